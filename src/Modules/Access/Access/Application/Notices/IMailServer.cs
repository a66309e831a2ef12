namespace LearningCity.Access.Application.Notices;

/// <summary>Takes mail on its way.</summary>
internal interface IMailServer
{
    /// <summary>Hands a mail over; throws <see cref="MailRefusedException"/> where the server does not take it.</summary>
    Task SendAsync(string to, string subject, string body, CancellationToken cancellationToken);
}

/// <summary>The mail server did not take a mail, or could not be reached.</summary>
internal sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);
