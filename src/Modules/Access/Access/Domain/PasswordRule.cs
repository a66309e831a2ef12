using System.Text;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Access.Domain;

/// <summary>
/// What makes a password: length, and not among the first that are guessed. No rules on kinds of characters and no expiry, which make
/// passwords worse (NIST SP 800-63B, 3.1.1.2).
/// </summary>
internal static class PasswordRule
{
    internal const int Shortest = 10;
    internal const int Longest = 200;

    private static readonly string[] Guessed =
        ["1234567890", "12345678910", "0123456789", "0987654321", "password123", "matkhau123", "matkhau1234", "qwertyuiop", "1q2w3e4r5t", "iloveyou123", "thanhpho2030", "hochiminh123"];

    /// <summary>The same text however it was typed: a Vietnamese letter may arrive in one part or in three.</summary>
    internal static string Normalize(string password) => password.Normalize(NormalizationForm.FormKC);

    /// <summary>Whether letters with accents are in it: perhaps a Vietnamese typing program was on by mistake.</summary>
    internal static bool HasAccents(string password) => password.Any(c => c > 127 && char.IsLetter(c));

    internal static Result Check(string password, string email)
    {
        var normal = Normalize(password);
        if (normal.Length < Shortest) return AccessFailures.PasswordTooShort.On("password", Shortest);
        if (normal.Length > Longest) return AccessFailures.PasswordTooLong.On("password", Longest);
        var name = email.Split('@')[0];
        var isEasy = normal.Distinct().Count() < 4
            || Guessed.Contains(normal, StringComparer.OrdinalIgnoreCase)
            || (name.Length > 3 && normal.Contains(name, StringComparison.OrdinalIgnoreCase));
        return isEasy ? AccessFailures.PasswordTooEasy.On("password") : Result.Ok;
    }
}
