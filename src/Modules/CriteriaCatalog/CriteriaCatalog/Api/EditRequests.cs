using System.Text.Json;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>From edits as they are sent to edits as the module knows them; what is missing is named by its place.</summary>
internal static class EditRequests
{
    internal static Result<IReadOnlyList<DraftEdit>> Read(EditsRequest request)
    {
        var edits = new List<DraftEdit>();
        var failures = new List<Failure>();
        foreach (var (sent, i) in (request.Edits ?? []).Take(DraftEditor.MostEdits + 1).Select((sent, i) => (sent, i)))
        {
            if (Read(sent, $"edits[{i}]", failures) is { } edit) edits.Add(edit);
        }

        return failures.Count > 0 ? Result<IReadOnlyList<DraftEdit>>.Failed(failures) : edits;
    }

    private static DraftEdit? Read(EditRequest? sent, string path, List<Failure> failures)
    {
        if (sent is null)
        {
            failures.Add(EditFailures.NotAnObject.On(path));
            return null;
        }

        var before = failures.Count;
        var value = sent.Op is EditOperation.ChangeSet or EditOperation.Add or EditOperation.Change ? Value(sent.Value, path, failures) : null;
        var kind = sent.Op == EditOperation.ChangeSet ? ItemKind.Node : Required(sent.Kind, $"{path}.kind", "kind", failures) ?? ItemKind.Node;
        var code = sent.Op is EditOperation.ChangeSet or EditOperation.Add ? "" : Required(sent.Code, $"{path}.code", "code", failures);
        var newCode = sent.Op == EditOperation.Renumber ? Required(sent.NewCode, $"{path}.newCode", "newCode", failures) : null;
        if (failures.Count > before) return null;
        return sent.Op switch
        {
            EditOperation.ChangeSet => new DraftEdit.ChangeSet(value!),
            EditOperation.Add => new DraftEdit.Add(kind, sent.Parent, sent.Position, value!),
            EditOperation.Change => new DraftEdit.Change(kind, code!, value!),
            EditOperation.Move => new DraftEdit.Move(kind, code!, sent.Parent, sent.Position),
            EditOperation.Remove => new DraftEdit.Remove(kind, code!),
            _ => new DraftEdit.Renumber(kind, code!, newCode!),
        };
    }

    private static JsonObject? Value(JsonElement? value, string path, List<Failure> failures)
    {
        var read = value is { } sent ? Fragments.Read(sent.GetRawText(), $"{path}.value") : CatalogFailures.FieldMissing.On($"{path}.value", "value");
        failures.AddRange(read.Failures);
        return read.Succeeded ? read.Value : null;
    }

    private static T? Required<T>(T? value, string path, string name, List<Failure> failures)
    {
        if (value is null) failures.Add(CatalogFailures.FieldMissing.On(path, name));
        return value;
    }
}
