using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LearningCity.Access.Application.Clients;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Application.Import;

namespace LearningCity.Benchmarks;

/// <summary>
/// U1 and U2. A country of units through the HTTP API, by an API client: first imported as CSV with rows shuffled (checked, put in a tree,
/// dated, evented, searchable), against prepared inserts of the same rows into one bare keyed table; then sought by name, and read branch by
/// branch, against a bare API endpoint that reads the same units out of that table through an index (<see cref="BareUnits" />).
/// </summary>
internal sealed class UnitScale : Benchmark
{
    private const int Units = 60_000;
    private const int WardsPerProvince = 98;
    private const int UnitsPerWard = 18;
    private const int Searches = 200;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private const int Seed = 1;

    /// <summary>The first of the provinces.</summary>
    private const string Province = "QX-000001";

    internal override string Name => "U";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            await using var scratch = await Scratch.CreateAsync(provider, options);
            await using var city = await City.StartAsync(scratch);
            var rows = Rows(options.Scaled(Units), new Random(Seed));
            var bare = await BareUnits.ImportAsync(scratch, rows);
            using var http = await ClientAsync(city);
            Memory.ForgetPeak();
            using var chunks = new ChunkTimes();
            var product = await ImportAsync(http, rows);
            yield return new Figure($"U1.import.{provider}.{rows.Length}_units", rows.Length / product, "units/s", rows.Length / bare);
            yield return new Figure($"U1.memory.{provider}.{rows.Length}_units", Memory.Peak(), "MiB");
            yield return new Figure($"U1.longest_chunk.{provider}.{rows.Length}_units", chunks.Longest, "s");
            yield return new Figure($"U1.chunks.{provider}.{rows.Length}_units", chunks.Count, "chunks");
            yield return new Figure($"U1.atomic_too_large.{provider}", await TooLargeAsync(http, rows), "status");
            var again = await ImportAsync(http, rows, expected: 0);
            yield return new Figure($"U1.unchanged.{provider}.{rows.Length}_units", rows.Length / again, "units/s", rows.Length / bare);

            await using var endpoint = await BareUnits.ServeAsync(scratch);
            using var bareHttp = new HttpClient { BaseAddress = BareUnits.AddressOf(endpoint) };
            await foreach (var (name, value, baseline) in SearchAsync(http, bareHttp, new BareQueries(scratch), rows))
                yield return new Figure($"U2.{name}.{provider}.{rows.Length}_units", value, "ms", baseline);
        }
    }

    /// <summary>
    /// Each question against the bare endpoint that answers it with the same units through an index, and against that indexed query alone,
    /// over ADO.NET, without HTTP.
    /// </summary>
    private static async IAsyncEnumerable<(string Name, double Value, double Baseline)> SearchAsync(
        HttpClient http, HttpClient bare, BareQueries queries, BareUnit[] rows)
    {
        // Names that end in three digits: words are sought by their beginnings, and a shorter number begins many.
        var sought = rows.Where(row => row.Type == "primary" && row.Name[^3..].All(char.IsAsciiDigit)).Take(10 * Searches).ToArray();
        const string Common = "truong tieu hoc";
        var found = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/units?q={Province}", UriKind.Relative));
        var provinceId = found.GetProperty("items")[0].GetProperty("id").GetGuid();
        var questions = new (string Name, Func<BareUnit, string> Product, Func<BareUnit, string> Bare, Func<BareUnit, Task<string>> Query, Func<BareUnit, string> Expected)[]
        {
            ("search", row => $"/api/v1/units?q={Uri.EscapeDataString(SearchText.Fold(row.Name))}",
                row => $"/search?q={Uri.EscapeDataString(SearchText.Fold(row.Name))}", row => queries.SearchAsync(SearchText.Fold(row.Name)), row => row.Code),
            ("search_words", row => $"/api/v1/units?q={Uri.EscapeDataString(Last(row, 3))}",
                row => $"/words?q={Uri.EscapeDataString(Last(row, 3))}", row => queries.WordsAsync(Last(row, 3)), row => row.Code),
            ("search_common", _ => $"/api/v1/units?q={Uri.EscapeDataString(Common)}",
                _ => $"/search?q={Uri.EscapeDataString(Common)}", _ => queries.SearchAsync(Common), _ => "primary"),
            ("branch", _ => $"/api/v1/units/branch?parentId={provinceId}", _ => $"/branch?parent={Province}", _ => queries.BranchAsync(Province), _ => "ward"),
        };
        foreach (var question in questions)
        {
            var product = await MedianAsync(row => GetAsync(http, question.Product(row)), sought, question.Expected);
            yield return (question.Name, product, await MedianAsync(row => GetAsync(bare, question.Bare(row)), sought, question.Expected));
            yield return ($"{question.Name}_without_http", product, await MedianAsync(question.Query, sought, question.Expected));
        }
    }

    /// <summary>The last words of a name, folded as people type them.</summary>
    private static string Last(BareUnit row, int words) => string.Join(' ', SearchText.Fold(row.Name).Split(' ')[^words..]);

    /// <summary>A nation, provinces in it, wards in them, schools in the wards; names of syllables as Vietnamese has them, shuffled.</summary>
    private static BareUnit[] Rows(int count, Random random)
    {
        string[] syllables =
        [
            "An", "Bình", "Chánh", "Dương", "Đông", "Gia", "Hòa", "Hưng", "Khánh", "Lộc", "Minh", "Mỹ", "Nghĩa", "Nguyên", "Phú", "Phước", "Quang",
            "Sơn", "Tân", "Tây", "Thạnh", "Thắng", "Thới", "Thủy", "Trung", "Vĩnh", "Xuân", "Yên", "Hải", "Kiên", "Lâm", "Nhơn", "Long", "Đức",
        ];
        string Next() => syllables[random.Next(syllables.Length)];
        var rows = new List<BareUnit>(count) { new("QX", "Quốc gia đo thử", "province", "") };
        while (rows.Count < count)
        {
            var province = string.Create(CultureInfo.InvariantCulture, $"QX-{rows.Count:000000}");
            rows.Add(new BareUnit(province, $"Tỉnh {Next()} {Next()}", "province", "QX"));
            for (var ward = 0; ward < WardsPerProvince && rows.Count < count; ward++)
            {
                var code = string.Create(CultureInfo.InvariantCulture, $"QX-{rows.Count:000000}");
                rows.Add(new BareUnit(code, $"Phường {Next()} {Next()}", "ward", province));
                for (var school = 1; school < UnitsPerWard && rows.Count < count; school++)
                {
                    rows.Add(new BareUnit(
                        string.Create(CultureInfo.InvariantCulture, $"QX-{rows.Count:000000}"), $"Trường Tiểu học {Next()} {Next()} {Next()} {random.Next(200)}",
                        "primary", code));
                }
            }
        }

        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static async Task<HttpClient> ClientAsync(City city)
    {
        var client = await city.SendAsync(new CreateApiClient(
            "Đo thử", null, ["unit_registry.read", "unit_registry.keep"], null, city.Clock.GetUtcNow().AddDays(1)));
        var http = new HttpClient { BaseAddress = city.Address, Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", client.Key);
        return http;
    }

    private static async Task<double> ImportAsync(HttpClient http, BareUnit[] rows, int? expected = null)
    {
        var text = new StringBuilder("code,nameVi,type,liesIn,validFrom\n");
        foreach (var row in rows) text.Append(CultureInfo.InvariantCulture, $"{row.Code},{row.Name},{row.Type},{row.Parent},2020-01-01\n");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(new Uri("/api/v1/units/import?effectiveOn=2020-01-01", UriKind.Relative), content);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (report.GetProperty("founded").GetInt32() != (expected ?? rows.Length) || report.GetProperty("rejected").GetInt32() != 0)
            throw new InvalidOperationException($"Not all rows were taken: {report}");
        return seconds;
    }

    /// <summary>An atomic import that is too large is refused as a whole, with a code: its status.</summary>
    private static async Task<double> TooLargeAsync(HttpClient http, BareUnit[] rows)
    {
        using var content = new StringContent("code,nameVi,type\n" + string.Concat(Enumerable.Range(0, 10_001).Select(i => $"ZZ-{i},Trường {i},primary\n")));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await http.PostAsync(new Uri("/api/v1/units/import?atomic=true", UriKind.Relative), content);
        var code = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
        return code == "unit_registry.import_too_many_rows" ? (double)answer.StatusCode : throw new InvalidOperationException($"{answer.StatusCode}: {code}");
    }

    private static async Task<string> GetAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{answer.StatusCode}: {text}");
    }

    /// <summary>Median of one question after another; all is warm as it is in operation, and was asked for other units before.</summary>
    private static async Task<double> MedianAsync(Func<BareUnit, Task<string>> ask, BareUnit[] sought, Func<BareUnit, string> expected)
    {
        var times = new List<double>(Searches);
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; times.Count < Searches; i++)
        {
            // Every second unit is for warming up, the others for measuring.
            var isWarm = Stopwatch.GetElapsedTime(begun) > WarmUp;
            var row = sought[((2 * i) + (isWarm ? 1 : 0)) % sought.Length];
            var started = Stopwatch.GetTimestamp();
            var text = await ask(row);
            if (isWarm) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (!text.Contains(expected(row), StringComparison.Ordinal)) throw new InvalidOperationException($"{expected(row)} is not in {text}");
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>Listens to what imports say of the time that their chunks take.</summary>
    private sealed class ChunkTimes : IDisposable
    {
        private readonly MeterListener _listener = new();

        internal ChunkTimes()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == UnitImportWriter.ChunkSeconds) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => (Longest, Count) = (Math.Max(Longest, seconds), Count + 1));
            _listener.Start();
        }

        internal double Longest { get; private set; }

        internal int Count { get; private set; }

        public void Dispose() => _listener.Dispose();
    }
}
