using System.Text.Json;
using LearningCity.CriteriaCatalog.Ui.Editing;

namespace LearningCity.CriteriaCatalog.Tests.Ui;

/// <summary>A form that edits a thing edits all of it: a part that it left out would be lost on saving.</summary>
internal sealed class FormShapesTests
{
    private static IEnumerable<FieldShape> WithParts => FormShapes.ByName.Values.Where(shape => shape.Parts.Count > 0);

    [TestCaseSource(nameof(WithParts))]
    public void A_form_has_every_part_that_a_pack_may_have(FieldShape shape)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "criteria-set-pack.schema.json")));
        var root = schema.RootElement;
        var ofSet = root.GetProperty("properties");
        Compare(shape, ofSet.TryGetProperty(shape.Name, out var field) ? field : Definition("indicator").GetProperty("properties").GetProperty(shape.Name));

        void Compare(FieldShape form, JsonElement pack)
        {
            if (form.Input == FieldInput.Rows) pack = pack.GetProperty("items");
            if (pack.TryGetProperty("$ref", out var reference)) pack = Definition(reference.GetString()!["#/$defs/".Length..]);
            var fields = pack.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
            form.Parts.Select(part => part.Name).ShouldBe(fields.Keys, ignoreOrder: true, form.Name);
            foreach (var part in form.Parts.Where(part => part.Parts.Count > 0)) Compare(part, fields[part.Name]);
        }

        JsonElement Definition(string name) => root.GetProperty("$defs").GetProperty(name);
    }

    [TestCase("rules[1].message.en", "rules.1.message", "f-rules-1-message-en")]
    [TestCase("rules[1]", "rules.1", "f-rules-1")]
    [TestCase("scoring.grades[0].atLeast", "scoring.grades.0.atLeast", "f-scoring-grades-0-atLeast")]
    [TestCase("dimensions[2].categories[1].name.vi", "dimensions.2.categories", "f-dimensions-2-categories")]
    [TestCase("levels[0].name.en", "levels", "f-levels")]
    [TestCase("name.en", "name", "f-name-en")]
    [TestCase("registryCount.title", "registryCount.title", "f-registryCount-title")]
    [TestCase("registryCount.unitTypes[1]", "registryCount.unitTypes", "f-registryCount-unitTypes")]
    [TestCase("denominatorSeries.ageGroup", "denominatorSeries.ageGroup", "f-denominatorSeries-ageGroup")]
    [TestCase("ofALaterFormat.title", "ofALaterFormat", "f-other")]
    public void A_field_is_spoken_of_beside_its_input(string field, string path, string id)
    {
        FieldPlace.Of(field).Path.ShouldBe(path);
        ItemMessages.IdOf(field).ShouldBe(id);
    }
}
