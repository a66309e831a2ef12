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
/// <param name="PeriodId">The half-year <see cref="PeriodCode"/>.</param>
/// <param name="RootId">The unit above all.</param>
/// <param name="Units">The wards and schools; every ward stands before its schools.</param>
/// <param name="Kinds">What each indicator takes, in order; its code is <see cref="IndicatorCode"/>.</param>
internal sealed record Country(Guid PeriodId, Guid RootId, IReadOnlyList<CountryUnit> Units, IReadOnlyList<ValueKind> Kinds)
{
    internal const string PeriodCode = "2026-H1";
    private const string SetCode = "do-thu";
    private const int UnitsPerWard = 18;
    private static readonly DateOnly Founded = new(2010, 1, 1);

    internal static string IndicatorCode(int indicator) => $"DT.{indicator + 1:00}";

    /// <summary>The country with its one open half-year, on a day of reporting.</summary>
    internal static async Task<Country> CreateAsync(City city, int units, int indicators)
    {
        var country = await FoundAsync(city, units, indicators);
        return country with { PeriodId = await country.OpenAsync(city, PeriodCode, new DateOnly(2026, 6, 10)) };
    }

    /// <summary>The country before its first period.</summary>
    internal static async Task<Country> FoundAsync(City city, int units, int indicators)
    {
        var kinds = Enumerable.Range(0, indicators).Select(KindOf).ToList();
        var all = NewUnits(units);
        await city.SendAsync(new RegisterUnits(all));
        await city.SendAsync(new ImportCriteriaSet(Pack(kinds), Publish: true));
        await city.SendAsync(new AddAssignment(
            Cycle.HalfYear, "do-thu", SetCode, ["ward", "primary"], all[0].Id, null, null, Founded, null));
        await city.DeliverEventsAsync();
        return new Country(Guid.Empty, all[0].Id, [.. all.Skip(1).Select(unit => new CountryUnit(unit.Id, unit.Code, unit.Places[0].ParentId))], kinds);
    }

    /// <summary>Opens a half-year on a day; every ward and school owes every indicator then.</summary>
    internal async Task<Guid> OpenAsync(City city, string code, DateOnly on)
    {
        city.Clock.Show(CityTime.At(on, new TimeOnly(9, 0)));
        await city.SendAsync(new PlanPeriod(Cycle.HalfYear, code));
        await city.SendAsync(new OpenPeriod(code));
        await city.DeliverEventsAsync();
        return (await city.AskAsync(new FindPeriod(code)))!.Id;
    }

    /// <summary>Two thirds are counts, the others percentages and yes or no, by turns.</summary>
    private static ValueKind KindOf(int indicator) => (indicator % 6) switch
    {
        3 => ValueKind.Percent,
        5 => ValueKind.YesNo,
        _ => ValueKind.Count,
    };

    private static List<NewUnit> NewUnits(int units)
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
        validFrom = "2010-01-01",
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

/// <summary>A ward or a school of the country.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Code">Its code.</param>
/// <param name="ParentId">The unit that it reports to.</param>
internal sealed record CountryUnit(Guid Id, string Code, Guid ParentId);

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
