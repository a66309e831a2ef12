namespace LearningCity.BuildingBlocks.Documents;

/// <summary>Texts and measures that head and foot of every document share (Decree 30/2020/NĐ-CP, Appendix I, part II).</summary>
public static class DecreeTexts
{
    /// <summary>The country's name (box 1).</summary>
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>The motto (box 1).</summary>
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The label of the recipients (box 9b).</summary>
    public const string RecipientsLabel = "Nơi nhận:";

    /// <summary>What the last line of the text ends with.</summary>
    public const string End = "./.";

    /// <summary>A rule under issuer and subject is 1/3 to 1/2 of the text.</summary>
    public const double ShortRule = 0.4;

    /// <summary>Empty lines for signature and seal.</summary>
    public const int RoomToSign = 4;

    /// <summary>The recipients as they are written: a dash each, a semicolon, a full stop at the end.</summary>
    public static IEnumerable<string> RecipientLines(this DocumentFoot foot)
    {
        ArgumentNullException.ThrowIfNull(foot);
        return foot.Recipients.Select((recipient, at) => $"- {recipient}{(at == foot.Recipients.Count - 1 ? "." : ";")}");
    }

    /// <summary>The line under the title of an annex: left unfilled in an electronic document (part III.1).</summary>
    public static string AttachedLine(AdministrativeDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return $"(Kèm theo {Capitalised(document.Kind)} số        /{document.Head?.Symbol} ngày      tháng      năm        của {document.Head?.Issuing})";
    }

    private static string Capitalised(string kind) => kind.Length == 0 ? kind : kind[..1] + kind[1..].ToLowerInvariant();
}
