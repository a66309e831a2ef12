using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>A reporting period: planned, then open, then closed, then sealed. Its version guards each step, so that one host takes it.</summary>
internal sealed class ReportingPeriod : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CycleId { get; init; }

    public required string Code { get; init; }

    public required string NameVi { get; set; }

    public required string NameEn { get; set; }

    public PeriodState State { get; private set; }

    public required DateOnly WindowFrom { get; set; }

    /// <summary>Last day of the data window: the reference date, which decides tree, catalogue version and codes.</summary>
    public required DateOnly WindowTo { get; set; }

    public required DateOnly OpensOn { get; set; }

    /// <summary>Working days from the window's end to closing.</summary>
    public required int ClosingDays { get; set; }

    public required DateOnly ClosesOn { get; set; }

    /// <summary>When each tier is due.</summary>
    public required List<PeriodTier> Tiers { get; init; }

    /// <summary>Whether nothing is taken any more but with an extension or as a correction.</summary>
    public bool IsClosed => State is PeriodState.Closed or PeriodState.Sealed;

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How many obligations opening fixed.</summary>
    public int ObligationCount { get; private set; }

    public int Version { get; private set; }

    internal static ReportingPeriod From(PeriodPlan plan, Guid cycleId)
    {
        var id = Ids.New();
        return new ReportingPeriod
        {
            Id = id,
            CycleId = cycleId,
            Code = plan.Code,
            NameVi = plan.Name.Vi,
            NameEn = plan.Name.En,
            WindowFrom = plan.WindowFrom,
            WindowTo = plan.WindowTo,
            OpensOn = plan.OpensOn,
            ClosingDays = plan.ClosingDays,
            ClosesOn = plan.ClosesOn,
            Tiers = [.. plan.Tiers.Select(due => new PeriodTier
            {
                PeriodId = id, Tier = due.Tier, WorkingDays = due.WorkingDays, DueOn = due.DueOn,
            })],
        };
    }

    /// <summary>
    /// Opens it: from now on units report. The due dates are worked out anew, because days off may have been announced since it was
    /// planned; from here on they stay.
    /// </summary>
    internal Result Open(DateTimeOffset now, HolidayCalendar calendar, int obligationCount)
    {
        if (State != PeriodState.Planned) return PeriodFailures.NotPlanned.With(Code);
        if (CityTime.DayOf(now) < WindowFrom) return PeriodFailures.TooEarlyToOpen.With(Code, WindowFrom);
        Recount(calendar);
        State = PeriodState.Open;
        OpenedAt = now;
        ObligationCount = obligationCount;
        return Result.Ok;
    }

    /// <summary>Works out the due dates anew; only until it opens, which fixes them.</summary>
    internal void Recount(HolidayCalendar calendar)
    {
        if (State != PeriodState.Planned) throw new InvalidOperationException($"The due dates of {Code} are fixed.");
        foreach (var tier in Tiers) tier.DueOn = calendar.AddWorkingDays(WindowTo, tier.WorkingDays);
        ClosesOn = calendar.AddWorkingDays(WindowTo, ClosingDays);
    }

    /// <summary>Takes over changed rules of its cycle; only until it opens.</summary>
    internal void Replan(PeriodPlan plan)
    {
        if (State != PeriodState.Planned) throw new InvalidOperationException($"The dates of {Code} are fixed.");
        (NameVi, NameEn) = (plan.Name.Vi, plan.Name.En);
        (WindowFrom, WindowTo, OpensOn) = (plan.WindowFrom, plan.WindowTo, plan.OpensOn);
        (ClosingDays, ClosesOn) = (plan.ClosingDays, plan.ClosesOn);
        foreach (var due in plan.Tiers)
        {
            var tier = Tiers.Single(candidate => candidate.Tier == due.Tier);
            (tier.WorkingDays, tier.DueOn) = (due.WorkingDays, due.DueOn);
        }
    }

    /// <summary>Its state, and of an open one whether the last due date has passed: then reports only come late and reviewers finish.</summary>
    internal string PhaseOn(DateOnly day) =>
        State == PeriodState.Open && day > Tiers.Max(tier => tier.DueOn) ? "in_review" : SnakeCase.Of(State);

    /// <summary>Closes it, once the last tier has had its day.</summary>
    internal Result Close(DateTimeOffset now)
    {
        if (State != PeriodState.Open) return PeriodFailures.NotOpen.With(Code);
        var lastDue = Tiers.Max(tier => tier.DueOn);
        if (CityTime.DayOf(now) <= lastDue) return PeriodFailures.TooEarlyToClose.With(Code, lastDue);
        State = PeriodState.Closed;
        ClosedAt = now;
        return Result.Ok;
    }

    /// <summary>An edition of its figures was sealed; a later edition changes nothing here.</summary>
    /// <returns>Whether this was the first.</returns>
    internal bool Seal()
    {
        if (State != PeriodState.Closed) return false;
        State = PeriodState.Sealed;
        return true;
    }

    internal DateOnly DueOn(Tier tier) => Tiers.Single(candidate => candidate.Tier == tier).DueOn;
}

/// <summary>When a tier is due in a period.</summary>
internal sealed class PeriodTier
{
    public required Guid PeriodId { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>Working days after the window's end.</summary>
    public required int WorkingDays { get; set; }

    public required DateOnly DueOn { get; set; }
}
