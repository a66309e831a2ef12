using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Application;

internal sealed class SearchIndicatorsTests(string database) : CityTest(database)
{
    private async Task<IReadOnlyList<string>> Found(string text) =>
        [.. (await Send(new SearchIndicators(text, "hcmc-education-demo"))).Value.Items.Select(item => item.Code)];

    [TestCase("biết chữ")]
    [TestCase("BIET CHU")]
    [TestCase("literacy lev")]
    [TestCase("i01")]
    public async Task Finds_by_code_and_by_either_language_without_accents(string text) => (await Found(text)).ShouldBe(["I01"]);

    [TestCase("50%_")]
    [TestCase("'; drop table")]
    public async Task Finds_nothing_and_breaks_nothing_for_odd_input(string text) => (await Found(text)).ShouldBeEmpty();

    [Test]
    public async Task Pages_through_everything_once_in_order_of_set_and_number()
    {
        var all = new List<IndicatorListing>();
        string? cursor = null;
        do
        {
            var page = (await Send(new SearchIndicators(Cursor: cursor, Limit: 7))).Value;
            page.Items.Count.ShouldBeLessThanOrEqualTo(7);
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        all.Count.ShouldBe(85);
        all.Select(item => item.Id).ShouldBeUnique();
        all.Take(25).Select(item => item.Code).ShouldBe(Enumerable.Range(1, 25).Select(i => $"I{i:00}"));
        all[25].Code.ShouldBe("1.1.1-a");
    }

    [Test]
    public async Task Narrows_by_type() =>
        (await Send(new SearchIndicators(SetCode: "hcmc-education-demo", ValueType: IndicatorValueType.Amount))).Value.Items
            .ShouldHaveSingleItem().Code.ShouldBe("I25");

    [Test]
    public async Task Refuses_a_cursor_of_another_list() =>
        (await Send(new SearchIndicators(Cursor: "!!"))).Failures.ShouldHaveSingleItem().Definition.ShouldBe(PlatformFailures.InvalidCursor);

    [Test]
    public async Task Is_for_those_who_may_read() =>
        (await Send(new SearchIndicators(), Callers.Everywhere())).Failures.ShouldHaveSingleItem().Definition.ShouldBe(PlatformFailures.NotAllowed);
}
