using LearningCity.Analytics.Application.Editions;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>An edition as the roll-up reads it: which sheets count, how reports stood, which other trees it can be read on.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">From 1.</param>
/// <param name="SealedAt">When it was sealed.</param>
/// <param name="Hash">Hash of its manifest.</param>
/// <param name="Sheets">The sheets.</param>
/// <param name="States">How each report stood.</param>
/// <param name="Obligations">What each unit owed.</param>
/// <param name="Trees">By date: the hashes of the tree of that date, and of the lineage to it.</param>
internal sealed record SealedEdition(
    Guid Id, int Number, DateTimeOffset SealedAt, string Hash, IReadOnlyList<FrozenSheet> Sheets, IReadOnlyList<SubmissionStatus> States,
    IReadOnlyList<Obligation> Obligations, IReadOnlyDictionary<DateOnly, SealedTree> Trees)
{
    private readonly Lazy<ILookup<Guid, FrozenSheet>> _sheets = new(() => Sheets.ToLookup(sheet => sheet.UnitId));
    private readonly Lazy<ILookup<Guid, SubmissionStatus>> _states = new(() => States.ToLookup(status => status.UnitId));

    /// <summary>The day on which it was sealed.</summary>
    internal DateOnly SealedOn => CityTime.DayOf(SealedAt);

    /// <summary>The sheets of some units.</summary>
    internal IReadOnlyList<SheetPin> PinsOf(IEnumerable<Guid> unitIds) => [.. unitIds.SelectMany(id => _sheets.Value[id]).Select(sheet => sheet.Pin)];

    /// <summary>How the reports of some units stood.</summary>
    internal IEnumerable<SubmissionStatus> StatesOf(IEnumerable<Guid> unitIds) => unitIds.SelectMany(id => _states.Value[id]);
}

/// <summary>Where a tree of another date is kept.</summary>
/// <param name="Units">Hash of its units.</param>
/// <param name="Lineage">Hash of the lineage from the period's tree to it.</param>
internal sealed record SealedTree(string Units, string Lineage);
