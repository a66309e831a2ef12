using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Access.Domain;

/// <summary>
/// A key as a client sends it: <c>lc_prefix_secretcheck</c>. The prefix is shown in lists and finds the client; the secret is stored
/// as a hash only; the check tells a mistyped or cut key from an unknown one without asking the database, and lets scanners of leaked
/// secrets recognise ours.
/// </summary>
internal sealed record ApiKey(string Prefix, string Text)
{
    internal const string Start = "lc_";
    internal const int PrefixLength = 8;
    private const int SecretLength = 32;
    private const int CheckLength = 6;
    private const int Length = 3 + PrefixLength + 1 + SecretLength + CheckLength;
    private const string PrefixAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>What is stored in place of the key.</summary>
    internal string Hash => Secrets.HashOf(Text);

    internal static ApiKey New()
    {
        var prefix = RandomNumberGenerator.GetString(PrefixAlphabet, PrefixLength);
        var body = $"{Start}{prefix}_{RandomNumberGenerator.GetString(Alphabet, SecretLength)}";
        return new ApiKey(prefix, body + CheckOf(body));
    }

    /// <summary>Reads a key as sent; null if it cannot be one of ours.</summary>
    internal static ApiKey? TryRead(string text)
    {
        if (text.Length != Length || !text.StartsWith(Start, StringComparison.Ordinal) || text[3 + PrefixLength] != '_') return null;
        return text.EndsWith(CheckOf(text[..^CheckLength]), StringComparison.Ordinal)
            ? new ApiKey(text.Substring(3, PrefixLength), text)
            : null;
    }

    private static string CheckOf(string body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(body), hash);
        return string.Create(CheckLength, hash.ToArray(), static (check, bytes) =>
        {
            for (var i = 0; i < check.Length; i++) check[i] = Alphabet[bytes[i] % Alphabet.Length];
        });
    }
}
