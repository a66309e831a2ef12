using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Analytics.Domain;

/// <summary>
/// The short code on every published figure: ten signs and a check character, as <c>K7F2A-9XM3P-D</c>. It names edition, period, unit,
/// indicator, disaggregation, relation and tree date; the same figure always has the same code.
/// </summary>
/// <remarks>
/// The alphabet has 31 signs, a prime, without those that look alike (0 and O, 1 would be I or L): a sum weighted by place, modulo a
/// prime, finds every single wrong sign and every two that changed places (J. Verhoeff, Error Detecting Decimal Codes, 1969, ch. 2).
/// </remarks>
internal static class TraceCode
{
    private const string Alphabet = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BodyLength = 10;

    /// <summary>The code of what is named, in its printed form.</summary>
    internal static string Of(string named)
    {
        var number = new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(named)), isUnsigned: true);
        Span<char> body = stackalloc char[BodyLength];
        for (var i = 0; i < BodyLength; i++)
        {
            number = BigInteger.DivRem(number, Alphabet.Length, out var sign);
            body[i] = Alphabet[(int)sign];
        }

        return $"{body[..5]}-{body[5..]}-{Alphabet[Check(body)]}";
    }

    /// <summary>Reads a code as people type it: any case, with or without dashes and spaces; false where a sign must be wrong.</summary>
    internal static bool TryRead(string? text, out string code)
    {
        code = "";
        var signs = (text ?? "").ToUpperInvariant().Where(sign => sign is not ('-' or ' ' or '.')).ToArray();
        if (signs.Length != BodyLength + 1 || !signs.All(Alphabet.Contains)) return false;
        var body = signs.AsSpan(0, BodyLength);
        if (Alphabet[Check(body)] != signs[BodyLength]) return false;
        code = $"{body[..5]}-{body[5..]}-{signs[BodyLength]}";
        return true;
    }

    private static int Check(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++) sum += (i + 2) * Alphabet.IndexOf(body[i], StringComparison.Ordinal);
        return sum % Alphabet.Length;
    }
}
