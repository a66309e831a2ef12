using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>A reorganisation that somebody is still writing: nothing of it holds before it is applied, and it waits as long as it takes.</summary>
internal sealed class ReorganisationDraft : IVersioned
{
    public Guid Id { get; private set; } = Ids.New();

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What was typed, as JSON; nothing of it is ever queried.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The record that came of it; null while it waits.</summary>
    public Guid? ReorganisationId { get; private set; }

    public int Version { get; private set; }

    internal void Write(string content, DateTimeOffset at) => (Content, ChangedAt) = (content, at);

    internal void Apply(Guid reorganisationId, DateTimeOffset at) => (ReorganisationId, ChangedAt) = (reorganisationId, at);
}
