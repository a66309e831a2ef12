using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningCity.Access.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace LearningCity.Access.Application.Webhooks;

/// <summary>Makes, keeps and uses the secrets of webhooks.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("access.webhooks.v1");

    internal static string New() => $"whsec_{Secrets.NewToken()}";

    internal string Seal(string secret) => _protector.Protect(secret);

    /// <summary>
    /// The header that proves where a body is from: <c>t=seconds,v1=hex</c>, the HMAC-SHA256 (RFC 2104) of <c>seconds.body</c>. The time is
    /// signed too, so that an old body cannot be played again.
    /// </summary>
    internal string Sign(string sealedSecret, string body, DateTimeOffset at) => Sign(_protector.Unprotect(sealedSecret), at.ToUnixTimeSeconds(), body);

    internal static string Sign(string secret, long seconds, string body)
    {
        var time = seconds.ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(mac)}";
    }
}
