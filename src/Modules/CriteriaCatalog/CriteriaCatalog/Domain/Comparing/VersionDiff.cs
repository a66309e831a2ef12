using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Domain.Editing;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Domain.Comparing;

/// <summary>
/// What is different between two versions of a set: added, changed down to the field, removed, moved. It compares the packs, so every
/// field of the format is compared from the day on which there is one.
/// </summary>
/// <param name="Items">The set itself first, then what is in the later version in its order, then what was removed.</param>
internal sealed record VersionDiff(IReadOnlyList<ItemChange> Items)
{
    /// <summary>How many things changed in a way; what was moved and says something else counts as both.</summary>
    internal int Count(ChangeKind change) => change == ChangeKind.Moved
        ? Items.Count(item => item.Moved)
        : Items.Count(item => item.Change == change);

    /// <summary>How many things of a kind changed in a way.</summary>
    internal int Count(ComparedKind kind, ChangeKind change) => new VersionDiff([.. Items.Where(item => item.Kind == kind)]).Count(change);

    /// <summary>Compares.</summary>
    internal static VersionDiff Between(SetContent before, SetContent after)
    {
        var (old, now) = (new Side(before), new Side(after));
        var pairs = Pairs(old, now);
        var moved = MovedItems(pairs, now);
        var changes = new List<ItemChange>();
        var set = JsonFields.Compare(Fragments.OfSet(before), Fragments.OfSet(after));
        if (set.Count > 0)
            changes.Add(new() { Kind = ComparedKind.Set, Change = ChangeKind.Changed, Code = after.Code, Name = after.Name, Fields = set });
        foreach (var item in now.Items)
        {
            var change = pairs.TryGetValue(item, out var was) ? Changed(was, item, moved.Contains(item)) : Only(item, ChangeKind.Added);
            if (change is not null) changes.Add(change);
        }

        var kept = pairs.Values.ToHashSet();
        changes.AddRange(old.Items.Where(item => !kept.Contains(item)).Select(item => Only(item, ChangeKind.Removed)));
        return new VersionDiff(changes);
    }

    /// <summary>What each item of the later version was: the same code, the predecessor, or for a node with a new code the same name.</summary>
    private static Dictionary<Compared, Compared> Pairs(Side old, Side now)
    {
        var pairs = new Dictionary<Compared, Compared>();
        var free = old.Items.ToDictionary(item => (item.Kind, item.Code));
        foreach (var item in now.Items)
        {
            if (free.Remove((item.Kind, item.Code), out var same)) pairs[item] = same;
        }

        foreach (var item in now.Items.Where(item => !pairs.ContainsKey(item)))
        {
            if (item.Predecessor is { } code && free.Remove((item.Kind, code), out var renumbered)) pairs[item] = renumbered;
        }

        foreach (var item in now.Items.Where(item => item.Kind == ComparedKind.Node && !pairs.ContainsKey(item)))
        {
            var namesakes = free.Values.Where(old => old.Kind == item.Kind && old.Name == item.Name).Take(2).ToList();
            if (namesakes.Count == 1 && free.Remove((item.Kind, namesakes[0].Code))) pairs[item] = namesakes[0];
        }

        return pairs;
    }

    /// <summary>
    /// Items with another parent, and of those that kept it the fewest that explain the new order: all but a longest run that kept
    /// theirs.
    /// </summary>
    private static HashSet<Compared> MovedItems(Dictionary<Compared, Compared> pairs, Side now)
    {
        var oldCodes = pairs.Where(pair => pair.Key.Kind == ComparedKind.Node).ToDictionary(pair => pair.Key.Code, pair => pair.Value.Code);
        var moved = new HashSet<Compared>();
        foreach (var siblings in now.Items.Where(pairs.ContainsKey).GroupBy(item => (item.Kind, item.Parent)))
        {
            var stayed = siblings.Where(item => pairs[item].Parent == (item.Parent is null ? null : oldCodes.GetValueOrDefault(item.Parent, "\n"))).ToList();
            moved.UnionWith(siblings.Except(stayed));
            var steady = LongestRun([.. stayed.Select(item => pairs[item].Index)]);
            moved.UnionWith(stayed.Where((_, i) => !steady.Contains(i)));
        }

        return moved;
    }

    /// <summary>Places of a longest increasing subsequence.</summary>
    private static HashSet<int> LongestRun(IReadOnlyList<int> numbers)
    {
        var tails = new List<int>();
        var before = new int[numbers.Count];
        for (var i = 0; i < numbers.Count; i++)
        {
            var length = tails.BinarySearch(i, Comparer<int>.Create((a, b) => numbers[a].CompareTo(numbers[b])));
            if (length < 0) length = ~length;
            before[i] = length == 0 ? -1 : tails[length - 1];
            if (length == tails.Count) tails.Add(i);
            else tails[length] = i;
        }

        var run = new HashSet<int>();
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = before[i]) run.Add(i);
        return run;
    }

    private static ItemChange? Changed(Compared was, Compared item, bool moved)
    {
        var fields = JsonFields.Compare(was.Value, item.Value);
        if (fields.Count == 0 && !moved) return null;
        return new()
        {
            Kind = item.Kind,
            Change = fields.Count > 0 ? ChangeKind.Changed : ChangeKind.Moved,
            Moved = moved,
            Code = item.Code,
            OldCode = was.Code == item.Code ? null : was.Code,
            Name = item.Name,
            OldParent = was.Parent,
            NewParent = item.Parent,
            Fields = fields,
        };
    }

    private static ItemChange Only(Compared item, ChangeKind change) => new()
    {
        Kind = item.Kind,
        Change = change,
        Code = item.Code,
        Name = item.Name,
        OldParent = change == ChangeKind.Removed ? item.Parent : null,
        NewParent = change == ChangeKind.Added ? item.Parent : null,
    };

    /// <summary>One of the two versions, item by item.</summary>
    private sealed class Side
    {
        internal Side(SetContent content)
        {
            var nodes = JsonNode.Parse(PackWriter.Write(content))!["nodes"]!.AsArray();
            Collect(nodes, ComparedKind.Node, null, Items);
        }

        internal List<Compared> Items { get; } = [];

        private static void Collect(JsonArray list, ComparedKind kind, string? parent, List<Compared> items)
        {
            for (var i = 0; i < list.Count; i++)
            {
                var value = list[i]!.AsObject();
                var own = value.DeepClone().AsObject();
                foreach (var field in DraftDocument.BranchFields) own.Remove(field);
                var item = new Compared(kind, own, parent, i);
                items.Add(item);
                if (kind == ComparedKind.Indicator) continue;
                if (value["children"] is JsonArray children) Collect(children, ComparedKind.Node, item.Code, items);
                if (value["indicators"] is JsonArray indicators) Collect(indicators, ComparedKind.Indicator, item.Code, items);
            }
        }
    }

    /// <summary>An item of one version; each is only equal to itself.</summary>
    private sealed class Compared(ComparedKind kind, JsonObject value, string? parent, int index)
    {
        internal ComparedKind Kind => kind;

        internal JsonObject Value => value;

        internal string? Parent => parent;

        internal int Index => index;

        internal string Code { get; } = DraftDocument.CodeOf(value)!;

        internal string? Predecessor { get; } = DraftDocument.TextOf(value, DraftEditor.Predecessor);

        internal LocalText Name { get; } = new(value["name"]!["vi"]!.GetValue<string>(), value["name"]!["en"]!.GetValue<string>());
    }
}
