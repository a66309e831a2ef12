namespace LearningCity.Submissions.Domain;

/// <summary>Why cells are sent back: what the list offers beside the words.</summary>
internal enum ReturnReason
{
    /// <summary>Something that the list does not name.</summary>
    Other,

    /// <summary>It does not agree with the evidence.</summary>
    Evidence,

    /// <summary>It changed much since the last period, without an explanation.</summary>
    Unexplained,

    /// <summary>It does not agree with another figure of the report.</summary>
    Inconsistent,

    /// <summary>The unit of measure looks mistaken: thousands for ones, a percentage for a number.</summary>
    Measure,

    /// <summary>Something is left out.</summary>
    Incomplete,
}

/// <summary>
/// A cell that the reviewing body sent back, and what became of it: one turn of the thread that hangs on the cell. It is never changed but
/// for the answer, and stays when the report is approved.
/// </summary>
internal sealed class CellReturn
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required int Place { get; init; }

    public required string Disaggregation { get; init; }

    public ReturnReason ReasonKind { get; init; }

    public required string Reason { get; init; }

    public required Guid ReturnedBy { get; init; }

    public required DateTimeOffset ReturnedAt { get; init; }

    /// <summary>Version of the cell when it was returned: a later one is the answer.</summary>
    public required int CellVersion { get; init; }

    /// <summary>What the cell said then, as a sheet of one cell.</summary>
    public required byte[] ValueThen { get; init; }

    /// <summary>Day by which an answer is asked for.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>The question of a body above that this passes on; null where the reviewing body asks for itself.</summary>
    public Guid? QuestionId { get; init; }

    /// <summary>What the unit says to it; with an answer in words the figure may stay as it is.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredBy { get; private set; }

    /// <summary>When the unit handed in again; null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the cell said when the unit handed in again, as a sheet of one cell.</summary>
    public byte[]? ValueAnswered { get; private set; }

    /// <summary>The unit says something to it; said again, the later words count.</summary>
    internal void Reply(Guid by, string answer) => (AnsweredBy, Answer) = (by, answer);

    /// <summary>The unit handed in again: the turn is closed with what the cell says now.</summary>
    internal void Close(Guid by, DateTimeOffset at, byte[] value) => (AnsweredBy, AnsweredAt, ValueAnswered) = (by, at, value);
}
