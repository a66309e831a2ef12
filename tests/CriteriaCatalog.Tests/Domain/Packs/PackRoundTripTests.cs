using FsCheck;
using FsCheck.Fluent;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Packs;

internal sealed class PackRoundTripTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20241030, 1);

    [Test]
    public void Writing_reading_and_writing_again_gives_the_same_bytes() =>
        Prop.ForAll(Contents.Any, content =>
        {
            var once = PackWriter.Write(content);
            var read = PackReader.Read(once);
            return read.Succeeded && PackWriter.Write(read.Value).AsSpan().SequenceEqual(once);
        }).Check(Law);

    [Test]
    public void The_canonical_form_does_not_depend_on_how_a_pack_was_laid_out()
    {
        var canonical = PackWriter.Write(Samples.Set());
        var document = System.Text.Json.Nodes.JsonNode.Parse(canonical)!.AsObject();
        var turned = new System.Text.Json.Nodes.JsonObject(document.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

        var read = PackReader.Read(System.Text.Encoding.UTF8.GetBytes(turned.ToJsonString()));

        PackWriter.Write(read.Value).ShouldBe(canonical);
    }

    [Test]
    public void Text_is_kept_in_one_form_of_unicode()
    {
        var pack = System.Text.Encoding.UTF8.GetString(PackWriter.Write(Samples.Set()));
        var decomposed = pack.Replace("Bộ mẫu", "Bộ mẫu".Normalize(System.Text.NormalizationForm.FormD), StringComparison.Ordinal);
        decomposed.ShouldNotBe(pack);

        PackReader.Read(System.Text.Encoding.UTF8.GetBytes(decomposed)).Value.Name.Vi.ShouldBe("Bộ mẫu");
    }
}
