using LearningCity.Access.Domain;

namespace LearningCity.Access.Application;

/// <summary>Section <c>Access</c> of the configuration.</summary>
internal sealed class AccessOptions
{
    internal const string Section = "Access";

    /// <summary>Appended to a sign-in name typed without <c>@</c>; empty for none.</summary>
    public string MailDomain { get; set; } = "";

    /// <summary>Address under which people reach the product, for links in mail and on the console; without a slash at its end.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>For how many hours a link that sets a password is good.</summary>
    public int PasswordLinkHours { get; set; } = 72;

    /// <summary>For how many hours the link that sets the system up is good; every start prints a new one while nobody used it.</summary>
    public int SetUpLinkHours { get; set; } = 24;

    /// <summary>The longest that an API key may be good for, in days.</summary>
    public int LongestKeyDays { get; set; } = 730;

    internal string SignInName(string typed)
    {
        var email = Person.NormalizeEmail(typed);
        return email.Length > 0 && !email.Contains('@', StringComparison.Ordinal) && MailDomain.Length > 0 ? $"{email}@{MailDomain}" : email;
    }
}
