using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Access.Domain;

/// <summary>Something that a person of a unit is told, once per event.</summary>
internal sealed class Notice
{
    private Notice()
    {
    }

    internal Notice(Guid personId, Guid eventId, Guid unitId, LocalText subject, LocalText body, string link, DateTimeOffset at)
    {
        (Id, PersonId, EventId, UnitId, At, Link) = (Ids.New(), personId, eventId, unitId, at, link);
        (SubjectVi, SubjectEn, BodyVi, BodyEn) = (subject.Vi, subject.En, body.Vi, body.En);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid EventId { get; private set; }

    /// <summary>As whose person they are told.</summary>
    public Guid UnitId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string SubjectVi { get; private set; } = "";

    public string SubjectEn { get; private set; } = "";

    public string BodyVi { get; private set; } = "";

    public string BodyEn { get; private set; } = "";

    /// <summary>Path in the product where the thing can be done or seen.</summary>
    public string Link { get; private set; } = "";

    public DateTimeOffset? ReadAt { get; private set; }

    internal void Read(DateTimeOffset at) => ReadAt ??= at;
}
