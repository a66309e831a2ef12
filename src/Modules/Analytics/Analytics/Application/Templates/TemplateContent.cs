namespace LearningCity.Analytics.Application.Templates;

/// <summary>What documents say of their issuer. Empty texts fall back to the city's, then to the product's.</summary>
/// <param name="CityVi">The city's name.</param>
/// <param name="CityEn">The city's name in English.</param>
/// <param name="Governing">The direct superior of the issuing body (box 2 of Decree 30/2020).</param>
/// <param name="IssuingVi">The issuing body (box 2).</param>
/// <param name="IssuingEn">The issuing body in English.</param>
/// <param name="Symbol">What stands behind a report's number (box 3): <c>BC-BCĐ</c>.</param>
/// <param name="Place">The place (box 4), in full.</param>
/// <param name="Addressees">To whom the report goes (box 9a), one on a line; empty for none.</param>
/// <param name="Bases">Legal bases (căn cứ), one on a line, without punctuation at the end.</param>
/// <param name="Plan">The plan that is reviewed, as subject and first paragraph name it.</param>
/// <param name="Recipients">Recipients (box 9b), one on a line, without dash and punctuation; the last is the archive.</param>
/// <param name="Authority">Authority and position (box 7a), a line each.</param>
/// <param name="Signer">The signer's name (box 7b); empty leaves it open.</param>
/// <param name="Assigned">
/// Which committee member answers for what, one on a line: code of a content area, standard or indicator, a colon, the member's office.
/// </param>
/// <param name="Mailing">Work e-mail addresses of people who are told of each document made by schedule, one on a line.</param>
internal sealed record TemplateContent(
    string CityVi, string CityEn, string Governing, string IssuingVi, string IssuingEn, string Symbol, string Place, string Addressees,
    string Bases, string Plan, string Recipients, string Authority, string Signer, string Assigned = "", string Mailing = "")
{
    internal static TemplateContent Empty { get; } = new("", "", "", "", "", "", "", "", "", "", "", "", "");

    /// <summary>These texts, and where they are empty the others'.</summary>
    internal TemplateContent Over(TemplateContent other) => new(
        Or(CityVi, other.CityVi), Or(CityEn, other.CityEn), Or(Governing, other.Governing), Or(IssuingVi, other.IssuingVi),
        Or(IssuingEn, other.IssuingEn), Or(Symbol, other.Symbol), Or(Place, other.Place), Or(Addressees, other.Addressees),
        Or(Bases, other.Bases), Or(Plan, other.Plan), Or(Recipients, other.Recipients), Or(Authority, other.Authority),
        Or(Signer, other.Signer), Or(Assigned, other.Assigned), Or(Mailing, other.Mailing));

    /// <summary>Who of the committee answers for an indicator: by its own code, else by that of its standard or content area; null for nobody.</summary>
    /// <param name="codes">Those codes, the nearest first.</param>
    internal string? MemberFor(params ReadOnlySpan<string> codes)
    {
        var members = Lines(Assigned).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(parts => parts is [_, { Length: > 0 }]).ToList();
        foreach (var code in codes)
        {
            if (members.Find(parts => parts[0] == code) is { } found) return found[1];
        }

        return null;
    }

    /// <summary>The lines of a text.</summary>
    internal static IReadOnlyList<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Or(string own, string other) => string.IsNullOrWhiteSpace(own) ? other : own;
}
