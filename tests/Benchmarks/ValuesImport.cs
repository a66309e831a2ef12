using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LearningCity.Benchmarks;

/// <summary>Values sent to <c>POST /api/v1/values</c> as NDJSON.</summary>
internal static class ValuesImport
{
    /// <summary>Sends rows; all of them must be taken as changes.</summary>
    /// <returns>Seconds from the request to the report.</returns>
    internal static async Task<double> SendAsync(HttpClient http, Country country, string period, ValueRow[] rows, bool dryRun = false)
    {
        using var content = new ByteArrayContent(Body(country, period, rows));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(new Uri(dryRun ? "/api/v1/values?dryRun=true" : "/api/v1/values", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.StatusCode}: {text}");
        using var report = JsonDocument.Parse(text);
        return dryRun || report.RootElement.GetProperty("changed").GetInt32() == rows.Length
            ? seconds
            : throw new InvalidOperationException($"Not all rows were taken: {text}");
    }

    private static byte[] Body(Country country, string period, ValueRow[] rows)
    {
        var text = new StringBuilder(rows.Length * 90);
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{\"periodCode\":\"{period}\",\"unitCode\":\"{country.Units[row.Unit].Code}\",");
            text.Append(CultureInfo.InvariantCulture, $"\"indicatorCode\":\"{Country.IndicatorCode(row.Indicator)}\",{ValueOf(country, row)}}}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The members of a row, or of a cell, that say its value.</summary>
    internal static string ValueOf(Country country, ValueRow row) => row.Second is { } denominator
        ? string.Create(CultureInfo.InvariantCulture, $"\"numerator\":{row.First},\"denominator\":{denominator}")
        : country.Kinds[row.Indicator] == ValueKind.YesNo
            ? row.First == 1 ? "\"value\":true" : "\"value\":false"
            : string.Create(CultureInfo.InvariantCulture, $"\"value\":{row.First}");
}
