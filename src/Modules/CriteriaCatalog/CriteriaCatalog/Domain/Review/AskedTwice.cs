using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;

namespace LearningCity.CriteriaCatalog.Domain.Review;

/// <summary>An indicator of a set, and who is asked for it.</summary>
internal sealed record AskedIndicator(CriteriaSetVersion Version, Indicator Indicator, IReadOnlyList<string> UnitTypes);

/// <summary>Two indicators of different sets that ask the same units for the same figure.</summary>
/// <param name="First">One of them: the target, where they are linked.</param>
/// <param name="Second">The other.</param>
/// <param name="UnitTypes">Types of units that are asked for both.</param>
/// <param name="LinkId">The equal link between them: then the first is filled in from the second and asked once; null without one.</param>
internal sealed record DoubleQuestion(AskedIndicator First, AskedIndicator Second, IReadOnlyList<string> UnitTypes, Guid? LinkId);

/// <summary>Finds what units are asked for twice.</summary>
internal static class AskedTwice
{
    /// <summary>Pairs that are linked as equal, and pairs that read the same: name in either language, type of value and unit of measure.</summary>
    internal static IReadOnlyList<DoubleQuestion> Find(IReadOnlyList<AskedIndicator> asked, IEnumerable<CrosswalkLink> links)
    {
        var byId = asked.ToDictionary(one => one.Indicator.Id);
        var found = new Dictionary<(Guid, Guid), DoubleQuestion>();
        foreach (var link in links.Where(link => link.Kind == CrosswalkKind.Equal))
        {
            if (byId.TryGetValue(link.TargetId, out var target) && byId.TryGetValue(link.Sources[0].Id, out var source))
                Add(target, source, link.Id, found);
        }

        foreach (var alike in Names(asked).ToLookup(named => named.Name, named => named.Asked, StringComparer.Ordinal))
        {
            var group = alike.ToList();
            for (var i = 0; i < group.Count; i++)
            {
                foreach (var other in group.Skip(i + 1).Where(other => ReadTheSame(group[i], other))) Add(group[i], other, null, found);
            }
        }

        return [.. found.Values];
    }

    private static IEnumerable<(string Name, AskedIndicator Asked)> Names(IReadOnlyList<AskedIndicator> asked) =>
        from one in asked
        from name in new HashSet<string>([SearchText.Fold(one.Indicator.Name.Vi), SearchText.Fold(one.Indicator.Name.En)], StringComparer.Ordinal)
        where name.Length > 0
        select (name, one);

    private static bool ReadTheSame(AskedIndicator one, AskedIndicator other) =>
        one.Indicator.ValueType == other.Indicator.ValueType && CrosswalkFit.SameMeasure(one.Indicator.MeasureUnit, other.Indicator.MeasureUnit);

    private static void Add(AskedIndicator one, AskedIndicator other, Guid? linkId, Dictionary<(Guid, Guid), DoubleQuestion> found)
    {
        var types = one.UnitTypes.Intersect(other.UnitTypes, StringComparer.Ordinal).ToList();
        if (types.Count == 0 || one.Version.SetCode == other.Version.SetCode) return;
        if (found.ContainsKey((one.Indicator.Id, other.Indicator.Id)) || found.ContainsKey((other.Indicator.Id, one.Indicator.Id))) return;
        found[(one.Indicator.Id, other.Indicator.Id)] = new DoubleQuestion(one, other, types, linkId);
    }
}
