using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application.Workbooks;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application.Mutations;

/// <summary>
/// Workbooks, CSV, NDJSON and JSON with something wrong in them, through the front door: the server never fails, every refusal has a code,
/// and what is stored is what it was, or differs by exactly the cells that the answer says and that the body holds. 150 of them; 10,000
/// with <c>LEARNINGCITY_TEST_LONG</c>.
/// </summary>
internal sealed partial class MutatedUploadsTests(string database) : OfficeTest(database)
{
    private const int Seed = 30102024;
    private static readonly int Tries = Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_LONG") is { Length: > 0 } ? 10_000 : 150;

    private readonly SortedDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private Period _period = null!;
    private Guid[] _submissions = [];
    private byte[]? _own;
    private byte[]? _foreign;

    private enum Form
    {
        Workbook,
        Csv,
        Lines,
        Rows,
        Cells,
    }

    [Test]
    public async Task Damaged_bodies_never_break_the_server_and_leave_nothing_half_written()
    {
        var random = new Random(Seed);
        _period = await OpenAsync();
        _submissions = [(await FindAsync(_period, Office.School)).Id, (await FindAsync(_period, Office.OtherSchool)).Id];
        Require(await SaveAsync(Clerk, _submissions[0], AllCells()));
        using var http = await City.ApiClientForAsync(["submissions.read", "submissions.report", "submissions.import"], Office.Ward);
        for (var attempt = 0; attempt < Tries && _faults.Count < 20; attempt++) await TryAsync(http, (Form)(attempt % 5), random);

        foreach (var (answer, count) in _answers) TestContext.Out.WriteLine($"{answer}: {count}");
        _faults.ShouldBeEmpty(string.Join('\n', _faults));
        foreach (var form in Enum.GetNames<Form>())
        {
            _answers.Keys.ShouldContain(key => key.StartsWith($"{form} changed", StringComparison.Ordinal), "some are harmless and are taken");
            _answers.Keys.ShouldContain(key => key.StartsWith($"{form} 4", StringComparison.Ordinal));
        }
    }

    [TestCase("cells", "\"value\":\"\\ud83c\"")]
    [TestCase("cells", "\"value\":1,\"comment\":\"\\ud83c\"")]
    [TestCase("values", "\"value\":\"\\ud83c\"")]
    [TestCase("values", "\"value\":1,\"comment\":\"\\ud83c\"")]
    [TestCase("values", "\"\\ud83c\":1")]
    public async Task Half_of_a_letter_is_refused_wherever_it_stands(string resource, string value)
    {
        var period = await OpenAsync();
        var id = (await FindAsync(period, Office.School)).Id;
        using var http = await City.ApiClientForAsync(["submissions.read", "submissions.report", "submissions.import"], Office.Ward);
        var row = $$"""{"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"N1",{{value}}}""";
        using var content = new StringContent(resource == "cells" ? $$"""{"cells":[{{row}}]}""" : row, Encoding.UTF8, "application/json");
        using var answer = resource == "cells"
            ? await http.PutAsync(new Uri($"/api/v1/submissions/{id}/cells", UriKind.Relative), content)
            : await http.PostAsync(new Uri("/api/v1/values?atomic=true", UriKind.Relative), content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
        (await CellsAsync(id)).ShouldBeEmpty();
    }

    private async Task TryAsync(HttpClient http, Form form, Random random)
    {
        var before = await StoredAsync();
        var body = await BodyAsync(form, random);
        using var request = Request(form, body, random);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var after = await StoredAsync();
        var changed = before.Zip(after).SelectMany(pair => Changes(pair.First, pair.Second)).ToList();
        var status = (int)answer.StatusCode;
        Count(changed.Count > 0 ? $"{form} changed" : $"{form} {status}");
        if (changed.Count > 0) _own = _foreign = null;

        void Fault(string what) => _faults.Add($"{what}: {request.Method} {request.RequestUri} {status} {Beginning(text)} <- {Beginning(Encoding.UTF8.GetString(body))}");
        if (status >= 500) Fault("the server failed");
        else if (status >= 400 && CodeOf(answer, text) is null) Fault("a refusal without a code");
        else if (changed.Count > Said(form, status, text)) Fault($"{changed.Count} cells changed, {Said(form, status, text)} said");
        if (before.Zip(after).Any(pair => (pair.First.Version != pair.Second.Version) != Changes(pair.First, pair.Second).Any())) Fault("version and cells do not go together");
        foreach (var cell in changed.Where(cell => !IsSound(cell))) Fault($"not a figure that the rules allow: {cell}");
        if (form != Form.Workbook && changed.FirstOrDefault(cell => !IsIn(body, cell)) is { Track.Version: > 0 } invented) Fault($"nobody sent {invented}");
    }

    private async Task<byte[]> BodyAsync(Form form, Random random)
    {
        int Next() => random.Next(1, 90);
        switch (form)
        {
            case Form.Workbook:
                _own ??= await DownloadAsync(_submissions[0]);
                _foreign ??= await DownloadAsync(_submissions[1]);
                return WorkbookMutations.Mutate(_own, _foreign, random);
            case Form.Csv:
                return TextMutations.Mutate(
                    $"periodCode,unitCode,indicatorCode,value,numerator,denominator,state,comment\n{_period.Code},T1,N1,{Next()},,,,\n{_period.Code},T2,N2,{Next()}.5,,,,\"a, \"\"b\"\"\"\n"
                    + $"{_period.Code},T1,P1,,{Next()},90,,\n{_period.Code},T2,L1,level_{random.Next(1, 3)},,,,\n{_period.Code},T1,Y1,,,,not_applicable,\n", random);
            case Form.Cells:
                return TextMutations.Mutate(
                    $$"""{"reason":"Sửa","cells":[{"indicatorCode":"N1","value":{{Next()}}},{{"\n"}}{"indicatorCode":"P1","numerator":{{Next()}},"denominator":90},{{"\n"}}{"indicatorCode":"Y1","value":true,"comment":"có"},{{"\n"}}{"indicatorCode":"L1","value":"level_1"}]}""",
                    random);
            default:
                string[] rows =
                [
                    Row("T1", "N1", $"\"value\":{Next()}"), Row("T2", "N1", $"\"value\":{Next()}"), Row("T1", "N2", $"\"value\":{Next()}.25"),
                    Row("T2", "P1", $"\"numerator\":{Next()},\"denominator\":90"), Row("T1", "L1", "\"value\":\"level_2\",\"comment\":\"đã rà soát\""),
                ];
                return TextMutations.Mutate(form == Form.Lines ? string.Join('\n', rows) : $"[{string.Join(",\n", rows)}]", random);
        }
    }

    private string Row(string unit, string indicator, string value) =>
        $$"""{"periodCode":"{{_period.Code}}","unitCode":"{{unit}}","indicatorCode":"{{indicator}}",{{value}}}""";

    private HttpRequestMessage Request(Form form, byte[] body, Random random)
    {
        var content = new ByteArrayContent(body);
        var import = $"/api/v1/values?atomic={(random.Next(3) == 0 ? "true" : "false")}&dryRun={(random.Next(6) == 0 ? "true" : "false")}";
        switch (form)
        {
            case Form.Workbook:
                return new(HttpMethod.Post, $"/api/v1/submissions/{_submissions[0]}/workbook?apply={(random.Next(4) == 0 ? "false" : "true")}")
                {
                    Content = new MultipartFormDataContent { { content, "file", "bao-cao.xlsx" } },
                };
            case Form.Cells:
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                return new(HttpMethod.Put, $"/api/v1/submissions/{_submissions[random.Next(2)]}/cells") { Content = content };
            default:
                content.Headers.ContentType = new MediaTypeHeaderValue(
                    form == Form.Csv ? "text/csv" : form == Form.Lines ? "application/x-ndjson" : "application/json");
                return new(HttpMethod.Post, import) { Content = content };
        }
    }

    private async Task<byte[]> DownloadAsync(Guid submissionId)
    {
        var made = Require(await Send(new GetWorkbook(submissionId, Language.Vi), Importer));
        await using var content = made.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task<List<Stored>> StoredAsync()
    {
        var stored = new List<Stored>();
        foreach (var unit in (Guid[])[Office.School, Office.OtherSchool])
        {
            var submission = await FindAsync(_period, unit);
            stored.Add(new Stored(submission.Version, await CellsAsync(submission.Id)));
        }

        return stored;
    }

    private static IEnumerable<PackedCell> Changes(Stored before, Stored after) => after.Cells.Except(before.Cells);

    /// <summary>How many cells the answer says to have changed; none for a refusal, but for cells that stand each for itself.</summary>
    private static int Said(Form form, int status, string text)
    {
        if (form != Form.Cells && status != (int)HttpStatusCode.OK) return 0;
        var answer = JsonDocument.Parse(text).RootElement;
        return form switch
        {
            Form.Workbook => answer.GetProperty("applied").GetInt32(),
            Form.Cells => answer.TryGetProperty("cells", out var cells) ? cells.EnumerateArray().Count(cell => cell.GetProperty("saved").GetBoolean()) : 0,
            _ => answer.GetProperty("written").GetBoolean() ? answer.GetProperty("changed").GetInt32() : 0,
        };
    }

    private static string? CodeOf(HttpResponseMessage answer, string text) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && JsonDocument.Parse(text).RootElement.TryGetProperty("code", out var code)
        && code.GetString()!.Contains('.', StringComparison.Ordinal) ? code.GetString() : null;

    /// <summary>Whether a stored cell is one that its indicator takes.</summary>
    private bool IsSound(PackedCell cell) => CellRules.Resolve(
        Office.OfSchools[cell.Place],
        cell.State == CellState.Reported
            ? new RawEntry(null, cell.Number is { } place && Office.OfSchools[cell.Place] == Office.Rank ? null : cell.Number,
                Office.OfSchools[cell.Place] == Office.Rank ? Office.Rank.Levels[(int)cell.Number!.Value].Code : cell.Text, cell.Numerator, cell.Denominator, cell.Comment)
            : new RawEntry(cell.State, Comment: cell.Comment),
        out var entry, isPart: cell.Disaggregation.Length > 0) is null && entry.At(cell.Place, cell.Disaggregation, cell.Track).SaysTheSameAs(cell);

    /// <summary>Whether a body holds the figure of a cell; choices and answers in place of a figure are words and not looked for.</summary>
    private bool IsIn(byte[] body, PackedCell cell)
    {
        if (cell.State != CellState.Reported || Office.OfSchools[cell.Place] == Office.Rank || Office.OfSchools[cell.Place] == Office.Plan) return true;
        using var reader = new StreamReader(new MemoryStream(body), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var numbers = Number().Matches(reader.ReadToEnd())
            .Select(match => decimal.TryParse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null).ToHashSet();
        return new[] { cell.Number, cell.Numerator, cell.Denominator }.All(figure => figure is null || numbers.Contains(figure));
    }

    private void Count(string answer) => _answers[answer] = _answers.GetValueOrDefault(answer) + 1;

    private static string Beginning(string text) => text.Length > 400 ? text[..400] + "…" : text;

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")]
    private static partial Regex Number();

    /// <summary>What is stored of a submission.</summary>
    private sealed record Stored(int Version, IReadOnlyList<PackedCell> Cells);
}
