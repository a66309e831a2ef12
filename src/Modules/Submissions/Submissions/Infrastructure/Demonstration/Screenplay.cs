using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Infrastructure.Demonstration;

/// <summary>A submission of the demonstration and what becomes of it.</summary>
/// <param name="Submission">As it was made.</param>
/// <param name="UnitCode">Chance depends on it.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="ByHand">Whether its own reporter fills it in cell by cell; the others are imported.</param>
/// <param name="EnteredAt">When it is entered.</param>
internal sealed record Part(Submission Submission, string UnitCode, Fate Fate, bool ByHand, DateTimeOffset EnteredAt);

/// <summary>How far a submission gets.</summary>
internal enum Fate
{
    /// <summary>Nothing is entered.</summary>
    Nothing,

    /// <summary>Entered in part and left there.</summary>
    Draft,

    /// <summary>Handed in and left waiting.</summary>
    Waiting,

    /// <summary>Cells were returned and not answered.</summary>
    Returned,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Returned once, answered, approved.</summary>
    ApprovedAfterReturn,
}

/// <summary>Decides, by chance that repeats, what becomes of the submissions of a period and when.</summary>
internal sealed class Screenplay(int seed, Period period, DateTimeOffset until)
{
    private static readonly TimeOnly Morning = new(8, 30);
    private static readonly int[] DaysBeforeDue = [-6, -3, -3, -1, -1, -1, 0, 0];

    /// <summary>Whether the period is over: then nearly everything is approved; if not, there is work in every state.</summary>
    private bool IsOver => CityTime.EndOf(period.ClosesOn) <= until;

    internal Part Of(Submission submission, string unitCode, bool leftToVisitors)
    {
        var chance = new Chance(seed, $"{period.Code}/{unitCode}/{submission.UnitType}");
        var fate = IsOver ? FateOfOld(chance.Of("fate")) : leftToVisitors ? Fate.Draft : FateOfNew(chance.Of("fate"));
        var byHand = new Chance(seed, unitCode).Of("hand") < 0.08;
        return new Part(submission, unitCode, fate, byHand, EnteredAt(submission, chance));
    }

    private DateTimeOffset EnteredAt(Submission submission, Chance chance)
    {
        if (!IsOver)
        {
            // Between the opening and now, in four waves, so that reviews follow.
            var opened = CityTime.At(period.OpensOn, Morning);
            var span = until - opened;
            return opened + (span * (0.1 + (0.15 * chance.Between("wave", 0, 3))));
        }

        var days = chance.Of("late") < 0.06 ? chance.Between("days", 1, 3) : DaysBeforeDue[chance.Between("days", 0, DaysBeforeDue.Length - 1)];
        return CityTime.At(submission.DueOn.AddDays(days), Morning);
    }

    private static Fate FateOfOld(double chance) => chance switch
    {
        < 0.018 => Fate.Nothing,
        < 0.03 => Fate.Draft,
        < 0.038 => Fate.Waiting,
        < 0.078 => Fate.ApprovedAfterReturn,
        _ => Fate.Approved,
    };

    private static Fate FateOfNew(double chance) => chance switch
    {
        < 0.3 => Fate.Nothing,
        < 0.48 => Fate.Draft,
        < 0.68 => Fate.Waiting,
        < 0.73 => Fate.Returned,
        < 0.76 => Fate.ApprovedAfterReturn,
        _ => Fate.Approved,
    };
}
