namespace LearningCity.BuildingBlocks.Documents.Decree.Reading;

/// <summary>Text with one look.</summary>
/// <param name="Text">The text.</param>
/// <param name="Font">Face.</param>
/// <param name="Size">Size in points.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Italic">Whether it is in italics.</param>
/// <param name="Underlined">Whether it is underlined.</param>
/// <param name="Colour">Six hexadecimal digits, or <c>auto</c>.</param>
internal sealed record ReadRun(string Text, string Font, double Size, bool Bold, bool Italic, bool Underlined, string Colour);

/// <summary>Where the text of a paragraph stands.</summary>
internal enum ReadSide
{
    Left,
    Centre,
    Right,
    Justified,
}

/// <summary>The cell that a paragraph stands in.</summary>
internal sealed record ReadCell(int Table, int Row, int Column);

/// <summary>The number that Word makes for a paragraph.</summary>
/// <param name="List">The list.</param>
/// <param name="Level">From 0.</param>
/// <param name="Format">Name of the kind of numbers: <c>upperRoman</c>, <c>decimal</c>, <c>bullet</c>.</param>
/// <param name="Label">As it is shown.</param>
internal sealed record ReadNumber(int List, int Level, string Format, string Label);

/// <summary>A paragraph with everything that styles and defaults give it.</summary>
internal sealed record ReadParagraph
{
    public required int Index { get; init; }

    public required int Section { get; init; }

    public required ReadCell? Cell { get; init; }

    public required string Place { get; init; }

    public required IReadOnlyList<ReadRun> Runs { get; init; }

    public required ReadSide Side { get; init; }

    /// <summary>Indents and spaces in points; the first line's is relative to the left.</summary>
    public required double Left { get; init; }

    public required double Right { get; init; }

    public required double FirstLine { get; init; }

    public required double Before { get; init; }

    public required double After { get; init; }

    /// <summary>Lines; 0 where the distance is exact or at least so many points.</summary>
    public required double Lines { get; init; }

    public required bool HasBottomBorder { get; init; }

    /// <summary>Length of a line drawn at this paragraph, points; null where there is none.</summary>
    public required double? DrawnLine { get; init; }

    public required ReadNumber? Number { get; init; }

    public required bool PageBreakBefore { get; init; }

    /// <summary>Whether the paragraph ends a section.</summary>
    public required bool EndsSection { get; init; }

    public string Text { get; } = "";

    public string Trimmed => Text.Trim();

    public bool IsEmpty => Trimmed.Length == 0;

    public ReadParagraph(string text) => Text = text;

    public bool All(Func<ReadRun, bool> holds) => Written.All(holds);

    public IEnumerable<ReadRun> Written => Runs.Where(run => run.Text.Trim().Length > 0);
}

/// <summary>A section.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Width">Of the paper, mm.</param>
/// <param name="Height">Of the paper, mm.</param>
/// <param name="Top">Margin, mm.</param>
/// <param name="Bottom">Margin, mm.</param>
/// <param name="Left">Margin, mm.</param>
/// <param name="Right">Margin, mm.</param>
/// <param name="FirstPageDiffers">Whether the first page has a header of its own.</param>
/// <param name="NumberFormat">Kind of page numbers.</param>
/// <param name="NumberStart">Where they start; null where they go on.</param>
/// <param name="Header">What stands at the head of its pages.</param>
/// <param name="FirstHeader">What stands at the head of its first page.</param>
/// <param name="Footer">What stands at the foot of its pages.</param>
internal sealed record ReadSection(
    int Index, double Width, double Height, double Top, double Bottom, double Left, double Right, bool FirstPageDiffers, string NumberFormat,
    int? NumberStart, ReadMargin Header, ReadMargin FirstHeader, ReadMargin Footer)
{
    public bool IsLandscape => Width > Height;

    public string Place => $"section {Index + 1}";
}

/// <summary>What stands in a margin.</summary>
/// <param name="Paragraphs">Its paragraphs.</param>
/// <param name="Numbered">The paragraph with the page number; null for none.</param>
internal sealed record ReadMargin(IReadOnlyList<ReadParagraph> Paragraphs, ReadParagraph? Numbered)
{
    internal static ReadMargin None { get; } = new([], null);
}

/// <summary>A table.</summary>
internal sealed record ReadTable(int Index, int Columns, bool HasBorders, IReadOnlyList<double> Widths);

/// <summary>A file as the rules look at it.</summary>
internal sealed record ReadDocument(
    IReadOnlyList<ReadParagraph> Paragraphs, IReadOnlyList<ReadTable> Tables, IReadOnlyList<ReadSection> Sections);
