using System.Net;
using System.Net.Mail;
using System.Text;
using LearningCity.Access.Application.Notices;

namespace LearningCity.Access.Infrastructure;

/// <summary>Mail by SMTP.</summary>
internal sealed class SmtpServer(MailSettings settings) : IMailServer
{
    public async Task SendAsync(string to, string subject, string body, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.UserName.Length > 0) client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        try
        {
            using var mail = new MailMessage(settings.From, to, subject, body)
            {
                SubjectEncoding = Encoding.UTF8,
                BodyEncoding = Encoding.UTF8,
            };
            await client.SendMailAsync(mail, cancellationToken);
        }
        catch (Exception exception) when (exception is SmtpException or FormatException)
        {
            throw new MailRefusedException(exception.InnerException?.Message ?? exception.Message, exception);
        }
    }
}
