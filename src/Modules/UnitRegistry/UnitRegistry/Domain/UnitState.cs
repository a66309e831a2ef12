using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// A unit as it is over a time in which nothing of it changes, by what we know now. Worked out from the dated facts, never entered: so
/// that any list as of any date reads one table.
/// </summary>
internal sealed class UnitState
{
    private const int LongestSort = 400;

    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    public required string Code { get; init; }

    public required string NameVi { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Folded names and code, each word after a space.</summary>
    public required string Search { get; init; }

    /// <summary>Sorts as Vietnamese does.</summary>
    public required string Sort { get; init; }

    public required UnitType Type { get; init; }

    public required Guid? ReportsToId { get; init; }

    public required Guid? LiesInId { get; init; }

    public required DateOnly FoundedOn { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    public required bool IsDemonstration { get; init; }

    /// <summary>The days on which it holds.</summary>
    internal Validity Days => new(ValidFrom, ValidTo);

    /// <summary>The unit right above it along a relation; null for a root.</summary>
    internal Guid? Above(UnitRelation relation) => relation == UnitRelation.LiesIn ? LiesInId : ReportsToId;

    /// <summary>The states of a unit, in order of time, without gaps over its life.</summary>
    internal static IEnumerable<UnitState> Of(ReportingUnit unit)
    {
        var starts = new[] { unit.FoundedOn }
            .Concat(unit.Names.Cast<DatedFact>().Concat(unit.Codes).Concat(unit.Kinds).Concat(unit.Placements)
                .Where(fact => fact.IsCurrent)
                .SelectMany(fact => fact.ValidTo is { } last && last < DateOnly.MaxValue
                    ? new[] { fact.ValidFrom, last.AddDays(1) }
                    : [fact.ValidFrom]))
            .Where(unit.Life.Contains)
            .Distinct()
            .Order()
            .ToList();
        for (var i = 0; i < starts.Count; i++)
            yield return On(unit, new Validity(starts[i], i + 1 < starts.Count ? Validity.DayBefore(starts[i + 1]) : unit.ClosedOn));
    }

    private static UnitState On(ReportingUnit unit, Validity days)
    {
        var name = unit.NameOn(days.From);
        var code = unit.CodeOn(days.From) ?? "";
        return new UnitState
        {
            UnitId = unit.Id,
            ValidFrom = days.From,
            ValidTo = days.To,
            Code = code,
            NameVi = name?.Vi ?? code,
            NameEn = name?.En ?? code,
            Search = SearchOf(name?.Vi ?? code, name?.En ?? "", code),
            Sort = SortOf(name?.Vi ?? code),
            Type = unit.TypeOn(days.From)
                ?? throw new InvalidOperationException($"Unit {unit.Id} has no type on {days.From:O}."),
            ReportsToId = unit.ParentOn(UnitRelation.ReportsTo, days.From),
            LiesInId = unit.ParentOn(UnitRelation.LiesIn, days.From),
            FoundedOn = unit.FoundedOn,
            ClosedOn = unit.ClosedOn,
            IsDemonstration = unit.IsDemonstration,
        };
    }

    /// <summary>
    /// The Vietnamese name, what the English adds to it, the code. English names are mostly the same words in another order ("Binh Hoa
    /// Ward"): written out in full they would make "hoa binh" find Bình Hòa.
    /// </summary>
    private static string SearchOf(string vi, string en, string code)
    {
        var name = SearchText.Fold(vi);
        var words = name.Split(' ');
        var english = SearchText.Fold(en);
        var added = english.Any(char.IsAsciiDigit) ? english : string.Join(' ', english.Split(' ').Except(words));
        return $" {name} {added} {SearchText.Fold(code)}";
    }

    /// <summary>Long enough to tell names apart, short enough for an index on every database.</summary>
    private static string SortOf(string name)
    {
        var key = VietnameseOrder.Key(name);
        return key.Length <= LongestSort ? key : key[..LongestSort];
    }
}
