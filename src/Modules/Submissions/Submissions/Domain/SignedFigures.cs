using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>
/// A mark of the figures of a report, kept with the scan of its signed paper: a figure that is changed afterwards gives another mark, and
/// the scan no longer shows what the system says. Comments are no figures.
/// </summary>
internal static class SignedFigures
{
    internal static string MarkOf(WorkingSheet sheet) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        sheet.Cells.Where(cell => cell.State != CellState.NotReported).Select(cell => string.Join('\u001F',
            cell.Place.ToString(CultureInfo.InvariantCulture), cell.Disaggregation, cell.State.ToString(),
            Plain(cell.Number), Plain(cell.Numerator), Plain(cell.Denominator), cell.Text))))));

    private static string Plain(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
