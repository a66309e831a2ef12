using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain.Editing;

/// <summary>Applies edits to a draft's content: all of them or none.</summary>
/// <param name="published">Codes of indicators that a version of the set has published: values may be kept under them.</param>
internal sealed class DraftEditor(IReadOnlySet<string> published)
{
    /// <summary>An indicator's field that names the code it had in earlier versions.</summary>
    internal const string Predecessor = "predecessor";

    /// <summary>Most edits that are taken at once.</summary>
    internal const int MostEdits = 200;

    /// <summary>The content after the edits; what does not fit is named by its place in the edits where it came from one.</summary>
    internal Result<SetContent> Apply(SetContent content, IReadOnlyList<DraftEdit> edits)
    {
        if (edits.Count is 0 or > MostEdits) return EditFailures.NothingToDo.On("edits", MostEdits);
        var document = new DraftDocument(content);
        var values = new List<(JsonObject Value, string Path)>();
        for (var i = 0; i < edits.Count; i++)
        {
            var path = $"edits[{i}]";
            if (Apply(document, edits[i], path) is { } refused) return refused;
            if (edits[i] is DraftEdit.Add { Value: var added }) values.Add((added, $"{path}.value"));
            else if (edits[i] is DraftEdit.Change { Kind: var kind, Code: var code }) values.Add((document.Find(kind, code)!.Value, $"{path}.value"));
        }

        var read = document.Read();
        if (!read.Succeeded) return Result<SetContent>.Failed([.. read.Failures.Select(failure => InTermsOf(values, failure))]);
        var broken = DraftRules.Problems(read.Value);
        return broken.Count == 0 ? read : Result<SetContent>.Failed([.. broken.Select(failure => InTermsOf(values, failure))]);
    }

    private Failure? Apply(DraftDocument document, DraftEdit edit, string path) => edit switch
    {
        DraftEdit.ChangeSet change => ChangeSet(document, change, path),
        DraftEdit.Add add => Add(document, add, path),
        DraftEdit.Change change => Change(document, change, path),
        DraftEdit.Move move => Move(document, move, path),
        DraftEdit.Remove remove => Remove(document, remove, path),
        DraftEdit.Renumber renumber => Renumber(document, renumber, path),
        _ => throw new ArgumentException("An edit of no known kind.", nameof(edit)),
    };

    private static Failure? ChangeSet(DraftDocument document, DraftEdit.ChangeSet change, string path)
    {
        foreach (var (field, value) in change.Fields)
        {
            if (DraftDocument.FixedFields.Contains(field)) return EditFailures.FieldIsFixed.On($"{path}.value.{field}", field);
            if (value is null) document.Set.Remove(field);
            else document.Set[field] = value.DeepClone();
        }

        return null;
    }

    private static Failure? Add(DraftDocument document, DraftEdit.Add add, string path)
    {
        if (add.Kind == ItemKind.Indicator && add.ParentCode is null) return EditFailures.ParentMissing.On($"{path}.parent");
        return document.Insert(add.Kind, add.Value, add.ParentCode, add.Position)
            ? null
            : EditFailures.ParentNotFound.On($"{path}.parent", add.ParentCode!);
    }

    private static Failure? Change(DraftDocument document, DraftEdit.Change change, string path)
    {
        if (document.Find(change.Kind, change.Code) is not { } item) return EditFailures.ItemNotFound.On($"{path}.code", change.Code);
        if (change.Value.ContainsKey("code") && DraftDocument.CodeOf(change.Value) != change.Code)
            return EditFailures.CodeIsStable.On($"{path}.value.code", change.Code);
        IReadOnlyList<string> below = change.Kind == ItemKind.Node ? DraftDocument.BranchFields : [];
        if (below.FirstOrDefault(change.Value.ContainsKey) is { } field) return EditFailures.BranchApart.On($"{path}.value.{field}", field);
        foreach (var old in item.Value.Select(property => property.Key).Where(key => key != "code" && !below.Contains(key)).ToList())
            item.Value.Remove(old);
        foreach (var (key, value) in change.Value) item.Value[key] = value?.DeepClone();
        return null;
    }

    private static Failure? Move(DraftDocument document, DraftEdit.Move move, string path)
    {
        if (document.Find(move.Kind, move.Code) is not { } item) return EditFailures.ItemNotFound.On($"{path}.code", move.Code);
        if (move.Kind == ItemKind.Indicator && move.ParentCode is null) return EditFailures.ParentMissing.On($"{path}.parent");
        if (move.ParentCode is { } parent)
        {
            if (document.Find(ItemKind.Node, parent) is null) return EditFailures.ParentNotFound.On($"{path}.parent", parent);
            if (move.Kind == ItemKind.Node && document.StandsIn(parent, move.Code)) return EditFailures.MovedIntoItself.On($"{path}.parent", move.Code);
        }

        item.Siblings.RemoveAt(item.Index);
        document.Insert(move.Kind, item.Value, move.ParentCode, move.Position);
        return null;
    }

    private static Failure? Remove(DraftDocument document, DraftEdit.Remove remove, string path)
    {
        if (document.Find(remove.Kind, remove.Code) is not { } item) return EditFailures.ItemNotFound.On($"{path}.code", remove.Code);
        item.Siblings.RemoveAt(item.Index);
        return null;
    }

    private Failure? Renumber(DraftDocument document, DraftEdit.Renumber renumber, string path)
    {
        if (document.Find(renumber.Kind, renumber.Code) is not { } item) return EditFailures.ItemNotFound.On($"{path}.code", renumber.Code);
        item.Value["code"] = renumber.NewCode;
        if (renumber.Kind == ItemKind.Node) return null;
        var origin = DraftDocument.TextOf(item.Value, Predecessor) ?? (published.Contains(renumber.Code) ? renumber.Code : null);
        if (origin is null || origin == renumber.NewCode) item.Value.Remove(Predecessor);
        else item.Value[Predecessor] = origin;
        return null;
    }

    /// <summary>Names a field at fault as the caller sent it, where it came with one of the edits.</summary>
    private static Failure InTermsOf(List<(JsonObject Value, string Path)> values, Failure failure)
    {
        foreach (var (value, path) in values)
        {
            // What a later edit took out again is nowhere. A path of JsonNode reads as a path of a pack does.
            if (value.Parent is null) continue;
            var place = value.GetPath();
            if (failure.Field == place || (failure.Field?.StartsWith(place, StringComparison.Ordinal) == true && failure.Field[place.Length] is '.' or '['))
                return failure with { Field = path + failure.Field![place.Length..] };
        }

        return failure;
    }
}
