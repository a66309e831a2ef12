using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Submissions.Domain;

/// <summary>
/// A question of a body above about a cell that another body reviews: the Department asks the ward about its school's figure. It goes through
/// the ward, which answers it or passes it on by returning the cell (product, step 5).
/// </summary>
internal sealed class CellQuestion : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required int Place { get; init; }

    public required string Disaggregation { get; init; }

    /// <summary>The body that asks.</summary>
    public required Guid AskedByUnitId { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string Text { get; init; }

    /// <summary>What the cell said then, as a sheet of one cell.</summary>
    public required byte[] ValueThen { get; init; }

    /// <summary>When the reviewing body passed it on to the unit by returning the cell.</summary>
    public DateTimeOffset? PassedOnAt { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>When it was answered; null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    internal void PassOn(DateTimeOffset at) => PassedOnAt ??= at;

    internal void Reply(Guid by, DateTimeOffset at, string answer) => (AnsweredBy, AnsweredAt, Answer) = (by, at, answer);
}
