using System.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.CriteriaCatalog.Infrastructure;

namespace LearningCity.CriteriaCatalog.Tests.Infrastructure;

/// <summary>The packs that come with the product, against the counts that their sources name.</summary>
internal sealed class BuiltInPackTests
{
    private static IEnumerable<SetContent> Packs => BuiltInPacks.All().Select(pack => PackReader.Read(pack).Value);

    private static SetContent Pack(string code) => Packs.Single(pack => pack.Code == code);

    [TestCase("hcmc-education-demo", CriteriaSetOrigin.Demonstration, 3, 11, 24, 25)]
    [TestCase("unesco-key-features", CriteriaSetOrigin.Reconstruction, 3, 12, 42, 60)]
    public void Has_the_shape_of_its_source_and_says_what_it_is(
        string code, CriteriaSetOrigin origin, int top, int middle, int criteria, int indicators)
    {
        var pack = Pack(code);
        pack.Origin.ShouldBe(origin);
        pack.PlacedNodes().CountBy(placed => placed.Depth).Select(level => level.Value).ShouldBe([top, middle, criteria]);
        pack.PlacedIndicators().Count().ShouldBe(indicators);
        pack.Source.ShouldNotBeNull();
        pack.Licence.ShouldNotBeNull();
    }

    [TestCaseSource(nameof(Packs))]
    public void May_be_published(SetContent pack) => PublishingRules.Problems(pack, []).ShouldBeEmpty();

    [Test]
    public void Is_in_canonical_form_so_that_an_export_is_the_very_file()
    {
        foreach (var pack in BuiltInPacks.All())
            Encoding.UTF8.GetString(PackWriter.Write(PackReader.Read(pack).Value)).ShouldBe(Encoding.UTF8.GetString(pack));
    }

    [Test]
    public void Has_every_text_in_both_languages() => Packs
        .SelectMany(pack => pack.PlacedNodes().Select(placed => placed.Node.Name).Concat(pack.PlacedIndicators().Select(placed => placed.Indicator.Name)))
        .Where(name => name.Vi.Length == 0 || name.En.Length == 0)
        .ShouldBeEmpty();

    [Test]
    public void Keeps_how_sure_each_reconstructed_text_is()
    {
        var pack = Pack("unesco-key-features");
        pack.PlacedNodes().Where(placed => placed.Depth == 2).ShouldAllBe(placed => placed.Node.Confidence != null);
        pack.PlacedIndicators().ShouldAllBe(placed => placed.Indicator.Confidence != null);
    }

    [Test]
    public void Lets_districts_report_what_wards_report_as_they_did_until_June_2025() => Pack("hcmc-education-demo").PlacedIndicators()
        .Select(placed => placed.Indicator.ReporterTypes)
        .Where(types => types.Contains("ward"))
        .ShouldAllBe(types => types.Contains("urban_district") && types.Contains("rural_district") && types.Contains("municipal_city"));
}
