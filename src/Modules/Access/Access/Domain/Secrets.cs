using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Access.Domain;

/// <summary>Random texts that nobody guesses, and the hashes that are stored in their place.</summary>
internal static class Secrets
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>238 bits, safe in an address.</summary>
    internal static string NewToken() => RandomNumberGenerator.GetString(Alphabet, 40);

    internal static string NewStamp() => RandomNumberGenerator.GetString(Alphabet, 20);

    /// <summary>SHA-256 in hex. Enough for random secrets, which no dictionary holds; passwords get a slow hash instead.</summary>
    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares hashes in a time that tells nothing.</summary>
    internal static bool Matches(string secret, string hash) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));
}
