namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>Where a form shows a field of a pack, and what there is to say about it.</summary>
/// <param name="Path">The deepest field, row or part that has inputs of its own: <c>rules.1.message</c> of <c>rules[1].message.en</c>.</param>
/// <param name="English">Whether it is about the English text of it.</param>
internal readonly record struct FieldPlace(string Path, bool English)
{
    /// <summary>The place of a field of a pack.</summary>
    internal static FieldPlace Of(string field)
    {
        var steps = field.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length == 0) return new("", false);
        var (path, next) = (steps[0], 1);
        var shape = FormShapes.ByName.GetValueOrDefault(path);
        while (shape is { Parts.Count: > 0 } && next < steps.Length)
        {
            if (shape.Input == FieldInput.Rows) path += "." + steps[next++];
            var part = next < steps.Length ? shape.Parts.FirstOrDefault(part => part.Name == steps[next]) : null;
            if (part is not null) path += "." + steps[next++];
            shape = part;
        }

        return new(path, shape?.Input is FieldInput.LocalLine or FieldInput.LocalLines && next < steps.Length && steps[next] == "en");
    }

    /// <summary>Whether it is about the item's place in the tree, which no field says.</summary>
    internal static bool IsOfTheWhole(string field) => field.Split('.', '[')[0] is "" or "children" or "indicators" or "nodes";

    /// <summary>The id of what takes the focus at a place.</summary>
    internal static string IdOf(string path) => "f-" + path.Replace('.', '-');
}
