using LearningCity.Access.Domain;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Access.Application.Notices;

/// <summary>Section <c>Mail</c> of the configuration.</summary>
internal sealed class MailSettings
{
    internal const string Section = "Mail";

    /// <summary>The SMTP server; empty: no mail is sent.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether to ask for encryption (STARTTLS).</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>Name to sign in with; empty for none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Password to sign in with. A secret: it comes from the environment or a secret store.</summary>
    public string Password { get; set; } = "";

    /// <summary>From when on nobody is written to, Vietnamese time; the same as the end for no quiet at all.</summary>
    public TimeOnly QuietFrom { get; set; } = new(20, 0);

    /// <summary>Until when.</summary>
    public TimeOnly QuietUntil { get; set; } = new(7, 0);

    internal QuietHours Quiet => new(QuietFrom, QuietUntil);

    /// <summary>Whether mail is sent at all; never to the made-up people of the demonstration.</summary>
    internal bool IsOn { get; private init; }

    internal static MailSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<MailSettings>() ?? new MailSettings();
        return new MailSettings
        {
            Host = settings.Host,
            Port = settings.Port,
            StartTls = settings.StartTls,
            From = settings.From,
            UserName = settings.UserName,
            Password = settings.Password,
            QuietFrom = settings.QuietFrom,
            QuietUntil = settings.QuietUntil,
            IsOn = settings.Host.Length > 0 && settings.From.Length > 0 && !configuration.GetValue(DemonstrationAccounts.SettingKey, false),
        };
    }
}
