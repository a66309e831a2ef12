using LearningCity.BuildingBlocks.Documents.Decree.Reading;
using LearningCity.BuildingBlocks.Documents.Decree.Rules;

namespace LearningCity.BuildingBlocks.Documents.Decree;

/// <summary>Measures a Word file against the layout of Decree 30/2020/NĐ-CP, whoever wrote it.</summary>
public static class DecreeChecker
{
    /// <summary>What departs from the decree, in the order of the file's parts; nothing where all is in order.</summary>
    /// <param name="file">A .docx; can be read and sought in.</param>
    /// <exception cref="InvalidDataException">It is no Word file, or it is damaged.</exception>
    public static IReadOnlyList<Deviation> Check(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var read = DocumentReader.Read(file);
        var parts = DocumentParts.Of(read);
        return
        [
            .. PageRules.Check(read, parts), .. HeadRules.Check(read, parts), .. TitleRules.Check(read, parts), .. BodyRules.Check(parts),
            .. FootRules.Check(parts), .. AnnexRules.Check(read, parts),
        ];
    }
}
