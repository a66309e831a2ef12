using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Host;

/// <summary>The city that this installation serves, in the configuration section <c>City</c>.</summary>
internal sealed class CityOptions
{
    internal const string Section = "City";

    /// <summary>The city's name.</summary>
    public LocalText Name { get; set; } = new("Thành phố Hồ Chí Minh", "Ho Chi Minh City");

    /// <summary>Whom to ask; shown at the foot of every page.</summary>
    public HelpOptions Help { get; set; } = new();
}

/// <summary>Whom to ask.</summary>
internal sealed class HelpOptions
{
    /// <summary>Telephone number as people write it.</summary>
    public string? Phone { get; set; }

    /// <summary>When somebody answers: "7:30-11:30, 13:00-17:00".</summary>
    public string? Hours { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }
}
