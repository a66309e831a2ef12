using System.Globalization;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>Which figures of a period a reader wants: live ones, those of an edition, or those of the newest edition.</summary>
/// <param name="Number">Number of the edition; 0 for live.</param>
internal readonly record struct EditionChoice(int Number)
{
    private const int NewestNumber = int.MaxValue;

    /// <summary>What is not sealed.</summary>
    internal static EditionChoice Live => default;

    /// <summary>The newest edition; of a period without one, live.</summary>
    internal static EditionChoice Newest => new(NewestNumber);

    internal bool IsLive => Number == 0;

    internal bool IsNewest => Number == NewestNumber;

    /// <summary>Reads <c>live</c>, <c>latest</c> or a number from 1; nothing is live.</summary>
    internal static bool TryParse(string? text, out EditionChoice choice)
    {
        choice = Live;
        if (string.IsNullOrEmpty(text) || text == "live") return true;
        if (text == "latest")
        {
            choice = Newest;
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or NewestNumber) return false;
        choice = new(number);
        return true;
    }
}
