using System.Globalization;
using System.Text.Json;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.Benchmarks;

/// <summary>
/// A country made up for measuring: a root, wards under it, schools under the wards; every ward and school owes every indicator of one
/// criteria set for one open half-year. Set up by the commands that people use.
/// </summary>
/// <param name="PeriodId">The half-year.</param>
/// <param name="UnitCodes">Codes of the wards and schools.</param>
/// <param name="Kinds">What each indicator takes, in order; its code is <see cref="IndicatorCode"/>.</param>
internal sealed record Country(Guid PeriodId, IReadOnlyList<string> UnitCodes, IReadOnlyList<ValueKind> Kinds)
{
    internal const string PeriodCode = "2026-H1";
    private const string SetCode = "do-thu";
    private const int UnitsPerWard = 18;
    private static readonly DateOnly Founded = new(2020, 1, 1);

    internal static string IndicatorCode(int indicator) => $"DT.{indicator + 1:00}";

    internal static async Task<Country> CreateAsync(City city, int units, int indicators)
    {
        city.Clock.Show(CityTime.At(new DateOnly(2026, 6, 10), new TimeOnly(9, 0)));
        var kinds = Enumerable.Range(0, indicators).Select(KindOf).ToList();
        var all = Units(units);
        await city.SendAsync(new RegisterUnits(all));
        await city.SendAsync(new ImportCriteriaSet(Pack(kinds), Publish: true));
        await city.SendAsync(new AddAssignment(
            Cycle.HalfYear, "do-thu", SetCode, ["ward", "primary"], all[0].Id, null, null, Founded, null));
        await city.SendAsync(new PlanPeriod(Cycle.HalfYear, PeriodCode));
        await city.SendAsync(new OpenPeriod(PeriodCode));
        await city.DeliverEventsAsync();
        var period = await city.AskAsync(new FindPeriod(PeriodCode));
        return new Country(period!.Id, [.. all.Skip(1).Select(unit => unit.Code)], kinds);
    }

    /// <summary>Two thirds are counts, the others percentages and yes or no, by turns.</summary>
    private static ValueKind KindOf(int indicator) => (indicator % 6) switch
    {
        3 => ValueKind.Percent,
        5 => ValueKind.YesNo,
        _ => ValueKind.Count,
    };

    private static List<NewUnit> Units(int units)
    {
        var root = Unit("QG", "Quốc gia đo thử", UnitType.Province, null);
        var all = new List<NewUnit>(units + 1) { root };
        NewUnit? ward = null;
        for (var i = 0; i < units; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"Q-{i:000000}");
            if (i % UnitsPerWard == 0) all.Add(ward = Unit(code, $"Phường đo thử {i}", UnitType.Ward, root.Id));
            else all.Add(Unit(code, $"Trường đo thử {i}", UnitType.Primary, ward!.Id));
        }

        return all;
    }

    private static NewUnit Unit(string code, string name, UnitType type, Guid? parentId) => new(
        Ids.New(), code, new LocalText(name, name), type, Founded, null,
        parentId is not { } parent
            ? []
            : [new NewPlace(UnitRelation.ReportsTo, parent, Founded, null), new NewPlace(UnitRelation.LiesIn, parent, Founded, null)]);

    private static byte[] Pack(IReadOnlyList<ValueKind> kinds) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        format = "learningcity-criteria-set/1",
        code = SetCode,
        version = 1,
        name = Text("Bộ tiêu chí đo thử"),
        origin = "demonstration",
        validFrom = "2024-01-01",
        levelNames = new[] { Text("Lĩnh vực") },
        indicatorName = Text("Chỉ số"),
        nodes = new[]
        {
            new { code = "DT", name = Text("Đo thử"), indicators = kinds.Select((kind, i) => Indicator(kind, i)).ToArray() },
        },
    });

    private static Dictionary<string, object> Indicator(ValueKind kind, int number)
    {
        var indicator = new Dictionary<string, object>
        {
            ["code"] = IndicatorCode(number),
            ["name"] = Text($"Chỉ số đo thử {number + 1}"),
            ["valueType"] = kind switch { ValueKind.Count => "count", ValueKind.Percent => "percent", _ => "yes_no" },
            ["measureUnit"] = Text(kind switch { ValueKind.Count => "người", ValueKind.Percent => "%", _ => "có/không" }),
            ["aggregation"] = kind switch { ValueKind.Count => "sum", ValueKind.Percent => "ratio_of_sums", _ => "share_yes" },
            ["ownValue"] = "add",
            ["reporterTypes"] = new[] { "ward", "primary" },
        };
        if (kind != ValueKind.Percent) return indicator;
        indicator["decimals"] = 1;
        indicator["numerator"] = Text("Số người đạt");
        indicator["denominator"] = Text("Tổng số người");
        return indicator;
    }

    private static object Text(string text) => new { vi = text, en = text };
}

/// <summary>What an indicator of the measured set takes.</summary>
internal enum ValueKind
{
    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A numerator and a denominator.</summary>
    Percent,

    /// <summary>Yes or no.</summary>
    YesNo,
}
