using System.Net;

namespace LearningCity.Access.Application.Webhooks;

/// <summary>Section <c>Webhooks</c> of the configuration.</summary>
internal sealed class WebhookOptions
{
    internal const string Section = "Webhooks";

    /// <summary>Whether webhooks may lie in private networks and be called without encryption: for systems in the city's own data centre.</summary>
    public bool AllowPrivate { get; set; }
}

/// <summary>
/// Which addresses a webhook may have (OWASP, Server-Side Request Forgery Prevention): an administrator's address must not make the product
/// speak to what only the product can reach.
/// </summary>
internal static class WebhookAddress
{
    /// <summary>Special-purpose networks (IANA registries, RFC 6890): private, shared, loopback, link-local, test, multicast, translated.</summary>
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>The address, if it may be called by its form; names are looked up when they are called.</summary>
    internal static Uri? TryParse(string? text, bool allowPrivate)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.AbsoluteUri.Length > Domain.Webhook.LongestUrl) return null;
        if (url.Scheme != Uri.UriSchemeHttps && !(allowPrivate && url.Scheme == Uri.UriSchemeHttp)) return null;
        return !allowPrivate && (url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IsPrivate(address))) ? null : url;
    }

    internal static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Private.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
