using LearningCity.BuildingBlocks.Data;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Domain.Meetings;

/// <summary>A meeting of a unit's steering committee: what it talks about, and what was said. Its conclusions are <see cref="GivenTask"/>s.</summary>
internal sealed class Meeting : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The unit whose committee meets.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Code of that unit then.</summary>
    public required string UnitCode { get; init; }

    /// <summary>1, 2, 3 for a unit.</summary>
    public required int Number { get; init; }

    public string Title { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    /// <summary>By the city's clock; null where it is not fixed yet.</summary>
    public TimeOnly? StartsAt { get; private set; }

    public string Place { get; private set; } = "";

    public MeetingState State { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda { get; private set; } = [];

    /// <summary>The briefing that was used.</summary>
    public Guid? BriefingId { get; private set; }

    public string Minutes { get; private set; } = "";

    /// <summary>Number of the notice of conclusions; null while none is issued.</summary>
    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    internal void Write(MeetingContent content)
    {
        (Title, Place, Minutes) = (content.Title.Trim(), content.Place.Trim(), content.Minutes.Trim());
        (HeldOn, StartsAt, State) = (content.HeldOn, content.StartsAt, content.State);
        (Agenda, BriefingId) = (content.Agenda, content.BriefingId);
        (DocumentNumber, DocumentDate) = (content.DocumentNumber?.Trim(), content.DocumentDate);
    }

    internal MeetingSummary Summary => new(Id, UnitId, Title, HeldOn, Place, State);
}

/// <summary>What people write of a meeting.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="StartsAt">When it begins, by the city's clock.</param>
/// <param name="Place">Where.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Agenda">What it talks about, in order.</param>
/// <param name="BriefingId">The briefing that is used.</param>
/// <param name="Minutes">What was said.</param>
/// <param name="DocumentNumber">Number of the notice of conclusions.</param>
/// <param name="DocumentDate">Its date.</param>
internal sealed record MeetingContent(
    string Title, DateOnly HeldOn, TimeOnly? StartsAt, string Place, MeetingState State, IReadOnlyList<AgendaItem> Agenda, Guid? BriefingId,
    string Minutes, string? DocumentNumber, DateOnly? DocumentDate);

/// <summary>One item of an agenda.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Note">Who presents it, or what is to be decided.</param>
internal sealed record AgendaItem(string Title, string? Note);
