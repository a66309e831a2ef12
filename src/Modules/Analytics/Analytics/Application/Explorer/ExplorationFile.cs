using LearningCity.Analytics.Application.Export;
using LearningCity.Analytics.Application.Figures;
using LearningCity.BuildingBlocks.Spreadsheets;

namespace LearningCity.Analytics.Application.Explorer;

/// <summary>A choice of figures as a file: the columns of the open-data file, so that both are read alike. Each row names its edition.</summary>
internal static class ExplorationFile
{
    /// <summary>As CSV; a text that a spreadsheet would take for a formula is disarmed.</summary>
    internal static string Csv(Exploration exploration) => ExportField.Csv(Rows(exploration));

    /// <summary>As a workbook; text stays text there.</summary>
    internal static byte[] Workbook(Exploration exploration)
    {
        using var stream = new MemoryStream();
        using (var workbook = new SpreadsheetWriter(stream))
        {
            using var sheet = workbook.AddSheet(new SheetSettings("figures") { FrozenRows = 1 });
            sheet.WriteHeader([.. ExportField.All.Select(field => field.Name)]);
            foreach (var (context, row) in Rows(exploration))
                sheet.WriteRow([.. ExportField.All.Select(field => Cell(field.Read(context, row)))]);
        }

        return stream.ToArray();
    }

    private static IEnumerable<(FigureContext Context, FigureItem Row)> Rows(Exploration exploration)
    {
        var contexts = exploration.Contexts.ToDictionary(context => context.Period, StringComparer.Ordinal);
        return exploration.Items.Where(item => item.Figure is not null).Select(item => (contexts[item.Period], item.Figure!));
    }

    private static CellContent Cell(object? value) => value switch
    {
        null => CellContent.Empty(),
        decimal number => number,
        int number => number,
        bool flag => flag,
        DateOnly day => day,
        _ => value.ToString(),
    };
}
