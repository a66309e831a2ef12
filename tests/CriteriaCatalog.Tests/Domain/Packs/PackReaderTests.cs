using System.Text;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Packs;

internal sealed class PackReaderTests
{
    private static readonly string[] TwoPaths = ["$.indicatorName", "$.nodes[0].children[0].indicators[0].aggregation"];

    private static byte[] Pack(Action<JsonObject> change)
    {
        var pack = JsonNode.Parse(PackWriter.Write(Samples.Set()))!.AsObject();
        change(pack);
        return Encoding.UTF8.GetBytes(pack.ToJsonString());
    }

    private static JsonObject FirstIndicator(JsonObject pack) => pack["nodes"]![0]!["children"]![0]!["indicators"]![0]!.AsObject();

    private static IEnumerable<TestCaseData> Mistakes()
    {
        static TestCaseData Mistake(string name, Action<JsonObject> change, string path, string code) =>
            new TestCaseData(change, path, "criteria_catalog." + code).SetArgDisplayNames(name);

        yield return Mistake("no code", pack => pack.Remove("code"), "$.code", "field_missing");
        yield return Mistake("another format", pack => pack["format"] = "other/1", "$.format", "value_not_in_list");
        yield return Mistake("unknown field", pack => pack["colour"] = "red", "$.colour", "field_unknown");
        yield return Mistake("version 0", pack => pack["version"] = 0, "$.version", "field_has_wrong_type");
        yield return Mistake("no such day", pack => pack["validFrom"] = "2024-02-30", "$.validFrom", "field_has_wrong_type");
        yield return Mistake("nodes are no list", pack => pack["nodes"] = "none", "$.nodes", "field_has_wrong_type");
        yield return Mistake("node is no object", pack => pack["nodes"] = new JsonArray(1), "$.nodes[0]", "field_has_wrong_type");
        yield return Mistake(
            "unknown type", pack => FirstIndicator(pack)["valueType"] = "colour", "$.nodes[0].children[0].indicators[0].valueType", "value_not_in_list");
        yield return Mistake(
            "enum as number", pack => FirstIndicator(pack)["direction"] = 1, "$.nodes[0].children[0].indicators[0].direction", "value_not_in_list");
        yield return Mistake(
            "target is text", pack => FirstIndicator(pack)["target"] = "98", "$.nodes[0].children[0].indicators[0].target", "field_has_wrong_type");
        yield return Mistake(
            "target too fine", pack => FirstIndicator(pack)["target"] = 0.1234567m, "$.nodes[0].children[0].indicators[0].target", "field_has_wrong_type");
        yield return Mistake(
            "name is text", pack => FirstIndicator(pack)["name"] = "Tỷ lệ", "$.nodes[0].children[0].indicators[0].name", "field_has_wrong_type");
    }

    [TestCaseSource(nameof(Mistakes))]
    public void Names_the_path_of_a_mistake(Action<JsonObject> change, string path, string code)
    {
        var read = PackReader.Read(Pack(change));

        read.Succeeded.ShouldBeFalse();
        read.Failures.ShouldContain(failure => failure.Field == path && failure.Code == code);
    }

    [Test]
    public void Finds_every_mistake_in_one_pass() => PackReader.Read(Pack(pack =>
    {
        pack.Remove("indicatorName");
        FirstIndicator(pack)["aggregation"] = "guess";
    })).Failures.Select(failure => failure.Field).ShouldBe(TwoPaths);

    [TestCase("")]
    [TestCase("{")]
    [TestCase("{\n\"code\": }")]
    [TestCase("{\"code\":\"a\",\"code\":\"b\"}")]
    public void Refuses_what_is_no_json(string text) =>
        PackReader.Read(Encoding.UTF8.GetBytes(text)).Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.pack_not_json");

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("1")]
    public void Refuses_json_that_is_no_object(string text) =>
        PackReader.Read(Encoding.UTF8.GetBytes(text)).Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.field_has_wrong_type");

    [Test]
    public void Refuses_bottomless_nesting()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"children\":[", 5000));
        PackReader.Read(Encoding.UTF8.GetBytes(deep)).Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.pack_not_json");
    }

    [Test]
    public void Says_it_in_both_languages()
    {
        var failure = PackReader.Read(Pack(pack => pack["version"] = "one")).Failures.ShouldHaveSingleItem();

        failure.Message(Language.Vi).ShouldBe("Trường này cần là số nguyên từ 1.");
        failure.Message(Language.En).ShouldBe("This field must be a whole number from 1.");
    }
}
