namespace LearningCity.BuildingBlocks.Contracts;

/// <summary>Asks for a notice to the people of a unit. Whoever keeps the people delivers it, once per event.</summary>
/// <param name="EventId">Names this request.</param>
/// <param name="UnitId">The unit whose people are told.</param>
/// <param name="Permission">Only people of the unit who hold this permission are told.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Link">Path in the product where the thing can be done or seen; starts with a slash.</param>
[EventName("platform.notification_requested.v1")]
public sealed record NotificationRequested(
    Guid EventId, Guid UnitId, string Permission, LocalText Subject, LocalText Body, string Link) : IIntegrationEvent
{
    /// <summary>
    /// E-mail addresses of the accounts that are told instead of the unit's own people; of those only who hold the permission for the unit,
    /// so that the link opens. Null for the unit's people.
    /// </summary>
    public IReadOnlyList<string>? Addresses { get; init; }
}
