using LearningCity.BuildingBlocks.Documents.Decree;

namespace LearningCity.Host;

/// <summary>
/// The command <c>check-document FILE...</c>: measures Word files against Decree 30/2020/NĐ-CP, whoever wrote them. Ends with 0 where all
/// is in order, with 1 where something departs from the decree, with 2 where a file could not be read.
/// </summary>
internal static class DocumentCheck
{
    internal static int Run(IReadOnlyList<string> files, TextWriter output)
    {
        if (files.Count == 0)
        {
            output.WriteLine("Name the files: check-document FILE.docx [FILE.docx ...]");
            return 2;
        }

        var worst = 0;
        foreach (var file in files) worst = Math.Max(worst, Check(file, output));
        return worst;
    }

    private static int Check(string file, TextWriter output)
    {
        IReadOnlyList<Deviation> deviations;
        try
        {
            using var stream = File.OpenRead(file);
            deviations = DecreeChecker.Check(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            output.WriteLine($"{file}: {exception.Message}");
            return 2;
        }

        foreach (var deviation in deviations)
        {
            output.WriteLine($"{file}: {deviation.Rule.Code} ({deviation.Place}): {deviation.Found}");
            output.WriteLine($"    Nghị định 30/2020/NĐ-CP, Phụ lục I, {deviation.Rule.Source}: {deviation.Rule.Vi}");
            output.WriteLine($"    {deviation.Rule.En}");
        }

        output.WriteLine(deviations.Count == 0
            ? $"{file}: in order, {DecreeRules.All.Count} rules measured"
            : $"{file}: {deviations.Count} places depart from the decree");
        return deviations.Count == 0 ? 0 : 1;
    }
}
