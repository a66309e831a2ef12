using LearningCity.Analytics.Application.Editions;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Ui.Editions;

/// <summary>A restated cell as a table shows it.</summary>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Indicator">Code of the indicator, with what it is broken down by.</param>
/// <param name="IndicatorName">What is measured.</param>
/// <param name="Then">What was approved then.</param>
/// <param name="Now">What is known now.</param>
/// <param name="Why">The reasons given.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="At">When.</param>
public sealed record RestatementLine(
    string UnitCode, LocalText UnitName, string Indicator, LocalText IndicatorName, string Then, string Now, string? Why, string? By,
    string? ApprovedBy, DateTimeOffset? At)
{
    internal static IReadOnlyList<RestatementLine> Of(IEnumerable<Restatement> items, Language language) =>
    [
        .. items.Select(item => new RestatementLine(
            item.UnitCode, item.UnitName, item.Disaggregation.Length == 0 ? item.Indicator : $"{item.Indicator} {item.Disaggregation}",
            item.IndicatorName, EditionWords.Cell(item.Then, language), EditionWords.Cell(item.Now, language), item.Why, item.By, item.ApprovedBy,
            item.At)),
    ];
}
