using LearningCity.BuildingBlocks;

namespace LearningCity.Access.Domain;

/// <summary>
/// A notice on its way to a person's mailbox. The address is looked up when it is sent, so that none is stored twice and nobody who left
/// is written to.
/// </summary>
internal sealed class Mail
{
    /// <summary>After so many failures an administrator decides.</summary>
    internal const int MostAttempts = 8;

    private Mail()
    {
    }

    internal Mail(Guid noticeId, DateTimeOffset at, DateTimeOffset dueAt) =>
        (Id, NoticeId, CreatedAt, DueAt) = (Ids.New(), noticeId, at, dueAt);

    public Guid Id { get; private set; }

    public Guid NoticeId { get; private set; }

    public MailState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not to be tried before this; moved ahead while a host is sending it.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    internal void Sent(DateTimeOffset at) => (State, SentAt, LastError) = (MailState.Sent, at, null);

    /// <summary>Nobody is there to write to any more.</summary>
    internal void Skip() => State = MailState.Skipped;

    /// <summary>Tries again after 1, 2, 4 ... minutes, a day's half at most; gives up after <see cref="MostAttempts"/>.</summary>
    internal void Failed(string error, DateTimeOffset at)
    {
        Attempts++;
        LastError = error.Length > 400 ? error[..400] : error;
        if (Attempts >= MostAttempts) State = MailState.Parked;
        else DueAt = at + TimeSpan.FromMinutes(Math.Min(720, Math.Pow(2, Attempts - 1)));
    }

    /// <summary>An administrator wants it tried again.</summary>
    internal void Retry(DateTimeOffset at) => (State, Attempts, DueAt) = (MailState.Queued, 0, at);
}

/// <summary>How far a mail is.</summary>
internal enum MailState
{
    /// <summary>It waits.</summary>
    Queued,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The person has no address any more.</summary>
    Skipped,

    /// <summary>It failed too often.</summary>
    Parked,
}
