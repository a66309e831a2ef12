using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>Paper, margins, face, page numbers.</summary>
internal static class PageRules
{
    internal static IEnumerable<Deviation> Check(ReadDocument read, DocumentParts parts)
    {
        var firstAnnex = parts.Annexes.Count > 0 ? parts.Annexes[0].Label.Section : int.MaxValue;
        foreach (var section in read.Sections)
        {
            foreach (var deviation in Paper(section)) yield return deviation;
            foreach (var deviation in Numbers(section)) yield return deviation;
        }

        if (read.Sections.Where(section => section.Index < firstAnnex).All(section => section.IsLandscape) && read.Sections.Count > 0)
            yield return new(DecreeRules.Orientation, read.Sections[0].Place, "landscape");
        foreach (var deviation in Letters(read)) yield return deviation;
    }

    private static IEnumerable<Deviation> Paper(ReadSection section)
    {
        var (shorter, longer) = (Math.Min(section.Width, section.Height), Math.Max(section.Width, section.Height));
        if (!Measure.IsBetween(shorter, 210, 210) || !Measure.IsBetween(longer, 297, 297))
            yield return new(DecreeRules.PaperSize, section.Place, $"{Measure.Number(section.Width)} x {Measure.Number(section.Height)} mm");
        foreach (var (rule, value, from, to) in new[]
        {
            (DecreeRules.MarginTop, section.Top, 20.0, 25.0), (DecreeRules.MarginBottom, section.Bottom, 20, 25),
            (DecreeRules.MarginLeft, section.Left, 30, 35), (DecreeRules.MarginRight, section.Right, 15, 20),
        })
        {
            if (!Measure.IsBetween(value, from, to)) yield return new(rule, section.Place, Measure.Number(value) + " mm");
        }
    }

    private static IEnumerable<Deviation> Numbers(ReadSection section)
    {
        if (section.Header.Numbered is not { } number)
        {
            yield return new(DecreeRules.PageNumber, section.Place, section.Footer.Numbered is null ? "none" : "in the bottom margin");
            yield break;
        }

        if (section.NumberFormat != "decimal") yield return new(DecreeRules.PageNumberForm, section.Place, section.NumberFormat);
        if (number.Side != ReadSide.Centre) yield return new(DecreeRules.PageNumberSide, $"{section.Place}, {number.Place}", number.Side.ToString());
        if (!number.All(run => Measure.HasSize(run, 13, 14) && !run.Bold && !run.Italic))
            yield return new(DecreeRules.PageNumberLetters, $"{section.Place}, {number.Place}", Measure.Letters(number));
        if (!section.FirstPageDiffers || section.FirstHeader.Numbered is not null)
            yield return new(DecreeRules.PageNumberFirst, section.Place, "the first page shows its number");
    }

    /// <summary>Once for a paragraph: whoever chose another face for all of it need not read it for every word.</summary>
    private static IEnumerable<Deviation> Letters(ReadDocument read)
    {
        var written = read.Paragraphs.Concat(read.Sections.SelectMany(section => section.Header.Paragraphs).Distinct());
        foreach (var paragraph in written)
        {
            if (paragraph.Written.FirstOrDefault(run => run.Font != "Times New Roman") is { } strange)
                yield return new(DecreeRules.Font, paragraph.Place, $"{strange.Font}: {Measure.Short(strange.Text)}");
            if (paragraph.Written.FirstOrDefault(run => run.Colour.ToUpperInvariant() is not ("AUTO" or "000000")) is { } coloured)
                yield return new(DecreeRules.Colour, paragraph.Place, $"#{coloured.Colour}: {Measure.Short(coloured.Text)}");
        }
    }
}
