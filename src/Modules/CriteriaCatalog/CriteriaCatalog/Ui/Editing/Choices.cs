using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>What a choice of the editor's forms offers.</summary>
internal static class Choices
{
    /// <summary>The values of an enumeration.</summary>
    /// <param name="words">What each is called.</param>
    /// <param name="usual">The one that a pack means by leaving the field out; it comes first.</param>
    internal static List<(string Value, LocalText Words)> Of<TEnum>(Func<TEnum, LocalText> words, TEnum usual = default)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().OrderBy(value => value.Equals(usual) ? 0 : 1).Select(value => (SnakeCase.Of(value), words(value)))];
}
