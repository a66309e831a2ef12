using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Ui;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>What a form has to say beside its fields.</summary>
/// <param name="Errors">Of the last attempt to save, by field: nothing was saved.</param>
/// <param name="Warnings">What stands in the way of publishing, by field: it is saved all the same.</param>
/// <param name="General">What concerns no field.</param>
public sealed record ItemMessages(
    IReadOnlyList<(string Field, string Text)> Errors, IReadOnlyList<(string Field, string Text)> Warnings, IReadOnlyList<string> General)
{
    /// <summary>Nothing to say.</summary>
    public static ItemMessages None { get; } = new([], [], []);

    /// <summary>Whether nothing was saved.</summary>
    public bool Refused => Errors.Count + General.Count > 0;

    internal static ItemMessages Warn(IEnumerable<ProblemPlace> places, ItemKey item, Language language) =>
        new([], [.. places.Where(place => place.Item == item).Select(place => (place.Field, place.Problem.Message(language)))], []);

    /// <summary>Of a refused save: failures on "edits[0].value" belong to the form's fields.</summary>
    internal static ItemMessages Refuse(IReadOnlyList<Failure> failures, Language language)
    {
        const string Value = "edits[0].value.";
        var errors = new List<(string, string)>();
        var general = new List<string>();
        foreach (var failure in failures)
        {
            var message = failure.Message(language);
            if (failure.Field == FormShapes.Other) errors.Add((FormShapes.Other, message));
            else if (failure.Field?.StartsWith(Value, StringComparison.Ordinal) == true) errors.Add((failure.Field[Value.Length..], message));
            else if (failure.Field?.StartsWith("$.", StringComparison.Ordinal) == true && !failure.Field.StartsWith("$.nodes", StringComparison.Ordinal)) errors.Add((failure.Field[2..], message));
            else general.Add(message);
        }

        return new(errors, [], general);
    }

    /// <summary>For the summary above the form.</summary>
    internal IReadOnlyList<FieldProblem> Summary() =>
        [.. General.Select(text => new FieldProblem(null, text)), .. Errors.Select(error => new FieldProblem(IdOf(error.Field), error.Text))];

    /// <summary>The id of the input of a field: the one that is at fault, as far as it has an input of its own.</summary>
    internal static string IdOf(string field)
    {
        if (FieldPlace.IsOfTheWhole(field)) return "item-title";
        var (path, english) = FieldPlace.Of(field);
        var known = path == "code" || FormShapes.ByName.ContainsKey(path.Split('.')[0]);
        return FieldPlace.IdOf(known ? path : FormShapes.Other) + (english ? "-en" : "");
    }

    /// <summary>Whether anything is said about a field of the pack or what is inside it.</summary>
    internal bool Concern(string name) => Errors.Concat(Warnings).Any(message => message.Field.Split('.', '[')[0] == name);
}
