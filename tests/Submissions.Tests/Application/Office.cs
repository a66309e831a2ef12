using System.Runtime.CompilerServices;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>
/// A department, a ward and two schools in place of catalogue, registry and periods, so that each cell can be named and each clock set.
/// </summary>
internal sealed class Office
{
    internal const string Set = "office-set";
    private static readonly DateOnly Long = new(2020, 1, 1);
    private readonly List<Period> _periods = [];
    private readonly List<Obligation> _obligations = [];

    internal Guid Department { get; } = Ids.New();

    internal Guid Ward { get; } = Ids.New();

    internal Guid School { get; } = Ids.New();

    internal Guid OtherSchool { get; } = Ids.New();

    internal Guid VersionId { get; } = Ids.New();

    internal Indicator Events { get; set; } = Make("N1", IndicatorValueType.Count);

    internal Indicator Budget { get; set; } = Make("N2", IndicatorValueType.Amount);

    internal Indicator Literacy { get; set; } = Make("P1", IndicatorValueType.Percent);

    internal Indicator Plan { get; set; } = Make("Y1", IndicatorValueType.YesNo);

    internal Indicator Rank { get; } = Make("L1", IndicatorValueType.Level, "none", "level_1", "level_2");

    /// <summary>Only the ward owes it.</summary>
    internal Indicator Meetings { get; } = Make("W1", IndicatorValueType.Count);

    /// <summary>A figure that the school's registered population gives, where a test says so.</summary>
    internal ReferenceValue? Population { get; set; }

    /// <summary>Links into the set, where a test says so.</summary>
    internal List<CrosswalkLink> Links { get; } = [];

    /// <summary>Indicators of the set that no school owes.</summary>
    internal List<Indicator> Others { get; } = [];

    /// <summary>By what figures may be broken down.</summary>
    internal static Dimension Sex { get; } = new(
        "sex", new("Giới tính", "Sex"), [new("female", new("Nữ", "Female")), new("male", new("Nam", "Male"))]);

    internal IReadOnlyList<Indicator> OfSchools => [Events, Budget, Literacy, Plan, Rank];

    internal IReadOnlyList<Indicator> OfWard => [Events, Meetings, .. AlsoOfWard];

    /// <summary>What the ward owes besides, where a test says so.</summary>
    internal List<Indicator> AlsoOfWard { get; } = [];

    internal void Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddTransient<IRequestHandler<GetUnits, IReadOnlyList<UnitSummary>>, Answers>();
        services.AddTransient<IRequestHandler<FindUnitsByCode, IReadOnlyList<UnitSummary>>, Answers>();
        services.AddTransient<IRequestHandler<GetUnitClosure, IReadOnlyList<UnitClosure>>, Answers>();
        services.AddTransient<IRequestHandler<GetCriteriaSetVersion, CriteriaSetVersion?>, Answers>();
        services.AddTransient<IRequestHandler<ListReferenceSeries, IReadOnlyList<ReferenceSeriesSummary>>, Answers>();
        services.AddTransient<IRequestHandler<FindReferenceValues, IReadOnlyList<ReferenceValue>>, Answers>();
        services.AddTransient<IRequestHandler<ListCrosswalksInForce, IReadOnlyList<CrosswalkLink>>, Answers>();
        services.AddTransient<IRequestHandler<GetPeriod, Period?>, Answers>();
        services.AddTransient<IRequestHandler<FindPeriod, Period?>, Answers>();
        services.AddTransient<IRequestHandler<ListPeriods, IReadOnlyList<Period>>, Answers>();
        services.AddTransient<IRequestHandler<GetObligation, Obligation?>, Answers>();
        services.AddTransient<IRequestHandler<FindObligations, IReadOnlyList<Obligation>>, Answers>();
        services.AddTransient<IStreamRequestHandler<StreamObligations, Obligation>, Answers>();
    }

    /// <summary>A period that is due on a day, open, with an obligation of each school and of the ward.</summary>
    internal Period Open(string code, DateOnly dueOn, Guid? previousId = null)
    {
        var period = new Period(
            Ids.New(), code, new LocalText(code, code), PeriodState.Open, dueOn.AddDays(-180), dueOn.AddDays(-10), dueOn.AddDays(-20),
            dueOn.AddDays(14), previousId);
        _periods.Add(period);
        Obligation Owe(Guid unit, string type, Guid reviewer, params Indicator[] indicators) => new(
            Ids.New(), period.Id, unit, type, VersionId, Set, [.. indicators.Select(indicator => indicator.Id)], reviewer, dueOn, null);
        _obligations.Add(Owe(School, "primary", Ward, [.. OfSchools]));
        _obligations.Add(Owe(OtherSchool, "primary", Ward, [.. OfSchools]));
        _obligations.Add(Owe(Ward, "ward", Department, [.. OfWard]));
        return period;
    }

    internal void Close(Period period) => Replace(_periods, p => p.Id == period.Id, p => p with { State = PeriodState.Closed });

    internal void Extend(Period period, Guid unitId, DateOnly to) =>
        Replace(_obligations, o => o.PeriodId == period.Id && o.UnitId == unitId, o => o with { ExtendedTo = to });

    private static void Replace<T>(List<T> list, Predicate<T> which, Func<T, T> by)
    {
        var at = list.FindIndex(which);
        list[at] = by(list[at]);
    }

    internal static Indicator Make(string code, IndicatorValueType type, params string[] levels) => new(
        Ids.New(), code, "C1", new LocalText(code, code), type, new LocalText("", ""), 0, Direction.Higher, AggregationRule.Sum,
        OwnValue.Add, null, null, [.. levels.Select(level => new LevelOption(level, new LocalText(level, level)))], [], null, null);

    private IReadOnlyList<UnitSummary> Units()
    {
        UnitSummary Unit(Guid id, string code, UnitType type, Guid? above) =>
            new(id, code, new LocalText($"Đơn vị {code}", $"Unit {code}"), type, above, null, Long, null, false);
        return
        [
            Unit(Department, "SO", UnitType.Department, null),
            Unit(Ward, "P1", UnitType.Ward, Department),
            Unit(School, "T1", UnitType.Primary, Ward),
            Unit(OtherSchool, "T2", UnitType.Primary, Ward),
        ];
    }

    private sealed class Answers(Office office) :
        IRequestHandler<GetUnits, IReadOnlyList<UnitSummary>>, IRequestHandler<FindUnitsByCode, IReadOnlyList<UnitSummary>>,
        IRequestHandler<GetUnitClosure, IReadOnlyList<UnitClosure>>, IRequestHandler<GetCriteriaSetVersion, CriteriaSetVersion?>,
        IRequestHandler<ListReferenceSeries, IReadOnlyList<ReferenceSeriesSummary>>, IRequestHandler<FindReferenceValues, IReadOnlyList<ReferenceValue>>,
        IRequestHandler<ListCrosswalksInForce, IReadOnlyList<CrosswalkLink>>, IRequestHandler<GetPeriod, Period?>, IRequestHandler<FindPeriod, Period?>, IRequestHandler<ListPeriods, IReadOnlyList<Period>>,
        IRequestHandler<GetObligation, Obligation?>, IRequestHandler<FindObligations, IReadOnlyList<Obligation>>,
        IStreamRequestHandler<StreamObligations, Obligation>
    {
        public Task<IReadOnlyList<UnitSummary>> Handle(GetUnits request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnitSummary>>([.. office.Units().Where(unit => request.UnitIds.Contains(unit.Id))]);

        public Task<IReadOnlyList<UnitSummary>> Handle(FindUnitsByCode request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnitSummary>>([.. office.Units().Where(unit => request.Codes.Contains(unit.Code))]);

        public Task<IReadOnlyList<UnitClosure>> Handle(GetUnitClosure request, CancellationToken cancellationToken)
        {
            var units = office.Units().ToDictionary(unit => unit.Id);
            var rows = new List<UnitClosure>();
            foreach (var unit in units.Values)
            {
                var depth = 0;
                for (Guid? above = unit.Id; above is { } id; above = units[id].ReportsToId)
                    rows.Add(new UnitClosure(unit.Id, id, UnitRelation.ReportsTo, depth++, Long, null));
            }

            return Task.FromResult<IReadOnlyList<UnitClosure>>(rows);
        }

        public Task<CriteriaSetVersion?> Handle(GetCriteriaSetVersion request, CancellationToken cancellationToken) =>
            Task.FromResult(request.VersionId != office.VersionId ? null : new CriteriaSetVersion(
                office.VersionId, Set, 1, new LocalText("Bộ", "Set"), CriteriaSetOrigin.Demonstration, Long, null, [],
                [new CriteriaNode("A1", null, 0, new LocalText("A", "A")), new CriteriaNode("S1", "A1", 1, new LocalText("S", "S")),
                    new CriteriaNode("C1", "S1", 2, new LocalText("C", "C"))],
                [.. office.OfSchools, office.Meetings, .. office.Others])
            {
                Dimensions = [Sex],
            });

        public Task<IReadOnlyList<ReferenceSeriesSummary>> Handle(ListReferenceSeries request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ReferenceSeriesSummary>>([new("population", new("Dân số", "Population"), new("người", "people"), 3)]);

        public Task<IReadOnlyList<ReferenceValue>> Handle(FindReferenceValues request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ReferenceValue>>(office.Population is { } value && request.Units.Any(unit => unit.Code == value.UnitCode) ? [value] : []);

        public Task<IReadOnlyList<CrosswalkLink>> Handle(ListCrosswalksInForce request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<CrosswalkLink>>([.. office.Links]);

        public Task<Period?> Handle(GetPeriod request, CancellationToken cancellationToken) =>
            Task.FromResult(office._periods.Find(period => period.Id == request.PeriodId));

        public Task<Period?> Handle(FindPeriod request, CancellationToken cancellationToken) =>
            Task.FromResult(office._periods.Find(period => period.Code == request.Code));

        public Task<IReadOnlyList<Period>> Handle(ListPeriods request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Period>>([.. office._periods]);

        public Task<Obligation?> Handle(GetObligation request, CancellationToken cancellationToken) =>
            Task.FromResult(office._obligations.Find(obligation => obligation.Id == request.ObligationId));

        public Task<IReadOnlyList<Obligation>> Handle(FindObligations request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Obligation>>(
                [.. office._obligations.Where(o => o.PeriodId == request.PeriodId && request.UnitIds.Contains(o.UnitId))]);

        public async IAsyncEnumerable<Obligation> Handle(
            StreamObligations request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var obligation in office._obligations.Where(o => o.PeriodId == request.PeriodId).ToList())
            {
                await Task.Yield();
                yield return obligation;
            }
        }
    }
}
