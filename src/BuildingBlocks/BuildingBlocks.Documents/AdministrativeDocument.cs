namespace LearningCity.BuildingBlocks.Documents;

/// <summary>
/// A document as it is said, apart from how it is drawn: the Word file and the printed page are made of the same one, so that they have the
/// same text.
/// </summary>
public sealed record AdministrativeDocument
{
    /// <summary>What the file says of itself.</summary>
    public required DocumentProperties Properties { get; init; }

    /// <summary>The head by Decree 30/2020/NĐ-CP; null for a document that is no administrative one.</summary>
    public DocumentHead? Head { get; init; }

    /// <summary>The name of the type (box 5a), in capitals: <c>BÁO CÁO</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The subject (box 5a).</summary>
    public required string Subject { get; init; }

    /// <summary>A line in italics between subject and text, as demonstration data and drafts have it; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>To whom it goes (box 9a); empty where nobody is addressed.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The text (box 6).</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>Recipients and signature (boxes 7 and 9b); null for none.</summary>
    public DocumentFoot? Foot { get; init; }

    /// <summary>Annexes, in order; each begins a page and counts its own pages.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];
}

/// <summary>What a file says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Author">The body that issues it.</param>
/// <param name="MadeAt">When it was made; the same moment gives the same file.</param>
/// <param name="Language">As in <c>vi-VN</c>.</param>
public sealed record DocumentProperties(string Title, string Author, DateTimeOffset MadeAt, string Language);

/// <summary>Boxes 2, 3 and 4 of the head; box 1 is the same for everybody.</summary>
/// <param name="Governing">The direct superior; null where there is none.</param>
/// <param name="Issuing">The body that issues the document.</param>
/// <param name="Symbol">What stands behind the number: <c>BC-SGDĐT</c>. The number itself is left to the clerk.</param>
/// <param name="Place">The place, in full: <c>Thành phố Hồ Chí Minh</c>. The date is left to the clerk.</param>
public sealed record DocumentHead(string? Governing, string Issuing, string Symbol, string Place)
{
    /// <summary>Number and symbol (box 3), the number left blank for the clerk who registers the document.</summary>
    public string NumberLine => $"Số:        /{Symbol}";

    /// <summary>Place and date (box 4), the date left blank.</summary>
    public string PlaceLine => $"{Place}, ngày      tháng      năm       ";
}

/// <summary>Boxes 7 and 9b.</summary>
/// <param name="Recipients">Each without dash and punctuation; the last is the archive: <c>Lưu: VT, GDTXHN</c>.</param>
/// <param name="Authority">For whom it is signed and the position, a line each: <c>TM. BAN CHỈ ĐẠO</c>, <c>TRƯỞNG BAN</c>.</param>
/// <param name="Signer">Full name; null leaves it to be filled in.</param>
public sealed record DocumentFoot(IReadOnlyList<string> Recipients, IReadOnlyList<string> Authority, string? Signer);

/// <summary>An annex.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What is in it.</param>
public sealed record Annex(string Title, IReadOnlyList<Block> Blocks);

/// <summary>A piece of text.</summary>
public abstract record Block;

/// <summary>A heading of the outline: <c>I.</c> at level 1, <c>1.</c> at level 2, <c>a)</c> at level 3. The number is made, not written.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Text">Without its number.</param>
public sealed record HeadingBlock(int Level, string Text) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is.</param>
public sealed record TextBlock(string Text, TextKind Kind = TextKind.Text) : Block;

/// <summary>What a paragraph is.</summary>
public enum TextKind
{
    /// <summary>Text of the document.</summary>
    Text,

    /// <summary>A legal basis (căn cứ), in italics.</summary>
    Basis,

    /// <summary>A remark under a table, small.</summary>
    Note,
}

/// <summary>An item of a list with dashes.</summary>
/// <param name="Text">Without its dash.</param>
public sealed record ItemBlock(string Text) : Block;

/// <summary>A table; its head is repeated on every page and no row is split.</summary>
/// <param name="Caption">What it shows, for readers who do not see it; null where the heading above says it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a text for each column.</param>
public sealed record TableBlock(string? Caption, IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Share">Its part of the width, relative to the other columns.</param>
/// <param name="Side">Where its text stands.</param>
public sealed record DocumentColumn(string Head, double Share, ColumnSide Side = ColumnSide.Left);

/// <summary>Where the text of a column stands.</summary>
public enum ColumnSide
{
    /// <summary>Text.</summary>
    Left,

    /// <summary>Codes and marks.</summary>
    Centre,

    /// <summary>Numbers.</summary>
    Right,
}
