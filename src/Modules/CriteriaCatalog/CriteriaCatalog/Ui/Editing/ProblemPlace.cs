using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>Where a problem of a draft is put right: the item, and the field of its form.</summary>
/// <param name="Item">The item.</param>
/// <param name="Field">The field as the pack names it, with what is inside it: <c>name.vi</c>; empty for the item as a whole.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record ProblemPlace(ItemKey Item, string Field, Failure Problem)
{
    /// <summary>The places of a draft's problems.</summary>
    internal static IReadOnlyList<ProblemPlace> Of(SetContent content, IReadOnlyList<Failure> problems)
    {
        if (problems.Count == 0) return [];
        var items = new DraftDocument(content).Items()
            .Select(item => (Key: ItemKey.Of(item.Kind, DraftDocument.CodeOf(item.Value)!), item.Path))
            .OrderByDescending(item => item.Path.Length).ToList();
        return [.. problems.Select(problem => Of(problem, items))];
    }

    /// <summary>The name of the form's field, which is the first step of the path.</summary>
    internal string Name => Field.Split('.', '[')[0];

    private static ProblemPlace Of(Failure problem, List<(ItemKey Key, string Path)> items)
    {
        var path = problem.Field ?? "$";
        foreach (var (key, place) in items)
        {
            if (path == place) return new(key, "", problem);
            if (path.StartsWith(place, StringComparison.Ordinal) && path[place.Length] == '.') return new(key, path[(place.Length + 1)..], problem);
        }

        return new(ItemKey.Set, path.TrimStart('$').TrimStart('.'), problem);
    }
}
