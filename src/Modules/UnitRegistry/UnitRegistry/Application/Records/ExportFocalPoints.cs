using System.Globalization;
using System.Text;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>The focal points of all units on a day, as a list to work with; who took it is on record.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="AsWorkbook">As an Excel workbook; otherwise as CSV.</param>
/// <param name="Language">Of headers and names of units.</param>
internal sealed record ExportFocalPoints(DateOnly AsOf, bool AsWorkbook, Language Language) : ICommand<byte[]>;

internal sealed class ExportFocalPointsHandler(IUnitRegistryDb db, Guardian guardian) : ICommandHandler<ExportFocalPoints, byte[]>
{
    private static readonly LocalText[] Headers =
    [
        new("Mã đơn vị", "Unit code"), new("Đơn vị", "Unit"), new("Vai trò", "Rank"), new("Họ và tên", "Name"), new("Chức danh", "Office"),
        new("Thư điện tử", "E-mail"), new("Điện thoại", "Phone"), new("Từ ngày", "From"),
    ];

    public async Task<Result<byte[]>> Handle(ExportFocalPoints command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var day = command.AsOf;
        var points = await (
            from point in db.FocalPoints.AsNoTracking()
            where point.ErasedAt == null && point.ValidFrom <= day && (point.ValidTo == null || point.ValidTo >= day)
            join state in db.States.AsNoTracking().On(day) on point.UnitId equals state.UnitId
            orderby state.Sort, state.Code, point.Rank descending, point.ValidFrom
            select new { state.Code, state.NameVi, state.NameEn, point.Rank, point.Name, point.Duty, point.Email, point.Phone, point.ValidFrom })
            .ToListAsync(cancellationToken);
        db.Audit(new AuditEntry("unit_registry.focal_points_exported", "focal_point", "list", null, new { command.AsOf, points.Count }));
        await db.SaveChangesAsync(cancellationToken);
        var language = command.Language;
        var rows = points.Select(row => new[]
        {
            row.Code, new LocalText(row.NameVi, row.NameEn).In(language),
            (row.Rank == FocalPointRank.Principal ? new LocalText("Đầu mối chính", "Principal") : new LocalText("Người thay thế", "Deputy")).In(language),
            row.Name, row.Duty, row.Email ?? "", row.Phone ?? "", row.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }).Prepend([.. Headers.Select(header => header.In(language))]).ToList();
        return command.AsWorkbook ? Workbook(rows, language) : Csv(rows);
    }

    private static byte[] Workbook(List<string[]> rows, Language language)
    {
        var stream = new MemoryStream();
        using (var workbook = new SpreadsheetWriter(stream))
        using (var sheet = workbook.AddSheet(new SheetSettings(new LocalText("Đầu mối", "Focal points").In(language)) { Widths = [12, 40, 16, 30, 30, 30, 16, 12], FrozenRows = 1 }))
        {
            sheet.WriteHeader(rows[0]);
            foreach (var row in rows.Skip(1)) sheet.WriteRow([.. row.Select(cell => CellContent.Text(cell))]);
        }

        return stream.ToArray();
    }

    /// <summary>With a byte order mark, by which Excel knows UTF-8.</summary>
    private static byte[] Csv(List<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Text that a spreadsheet would run as a formula is given an apostrophe, which it takes as "this is text" (OWASP, CSV injection).</summary>
    private static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
