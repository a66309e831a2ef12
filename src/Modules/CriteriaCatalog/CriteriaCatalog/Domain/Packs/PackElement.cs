using System.Globalization;
using System.Text;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain.Packs;

/// <summary>
/// A JSON value of a pack and its path. Reading never throws: what does not fit is noted with its path and read as something empty,
/// so that one pass finds every mistake.
/// </summary>
internal readonly struct PackElement(JsonElement element, string path, List<Failure> failures)
{
    private const int LongestText = 4000;

    /// <summary>JSON path, such as <c>$.nodes[0].indicators[2]</c>.</summary>
    internal string Path => path;

    /// <summary>Checks that this is an object and has no other fields than these.</summary>
    internal bool IsObjectOf(params ReadOnlySpan<string> fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            WrongType("một đối tượng", "an object");
            return false;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!fields.Contains(property.Name)) failures.Add(CatalogFailures.FieldUnknown.On($"{path}.{property.Name}", property.Name));
        }

        return true;
    }

    /// <summary>Checks that the field holds exactly this text.</summary>
    internal void Literal(string field, string expected)
    {
        if (Required(field) is { } found && found.AsText() != expected)
            failures.Add(CatalogFailures.ValueNotInList.On(found.Path, expected));
    }

    internal string Text(string field) => Required(field)?.AsText() ?? "";

    internal string? TextOrNull(string field) => Optional(field)?.AsText();

    internal LocalText LocalText(string field) => Required(field)?.AsLocalText() ?? Empty;

    internal LocalText? LocalTextOrNull(string field) => Optional(field)?.AsLocalText();

    internal TEnum Choice<TEnum>(string field)
        where TEnum : struct, Enum => Required(field)?.AsChoice<TEnum>() ?? default;

    internal TEnum? ChoiceOrNull<TEnum>(string field)
        where TEnum : struct, Enum => Optional(field)?.AsChoice<TEnum>();

    internal DateOnly Date(string field) => Required(field)?.AsDate() ?? default;

    internal DateOnly? DateOrNull(string field) => Optional(field)?.AsDate();

    internal int? IntegerOrNull(string field, int least) => Optional(field)?.AsInteger(least);

    internal int Integer(string field, int least) => Required(field)?.AsInteger(least) ?? least;

    internal decimal Number(string field) => Required(field)?.AsNumber() ?? default;

    internal decimal? NumberOrNull(string field) => Optional(field)?.AsNumber();

    /// <summary>Whether a switch is on; off where it is left out.</summary>
    internal bool Switch(string field) => Optional(field)?.AsSwitch() ?? false;

    /// <summary>An object that may be absent.</summary>
    internal T? ObjectOrNull<T>(string field, Func<PackElement, T> read)
        where T : class => Optional(field) is { } found ? read(found) : null;

    /// <summary>The items of a list that may be absent.</summary>
    internal IReadOnlyList<T> List<T>(string field, Func<PackElement, T> read) => Optional(field)?.Items(read) ?? [];

    /// <summary>The items of a list that must be there.</summary>
    internal IReadOnlyList<T> RequiredList<T>(string field, Func<PackElement, T> read) => Required(field)?.Items(read) ?? [];

    internal string AsText()
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : null;
        if (text is null || text.Length > LongestText)
        {
            WrongType($"chuỗi ký tự, tối đa {LongestText} ký tự", $"a text of at most {LongestText} characters");
            return "";
        }

        // One form for equal texts: search, comparison and diff go by code point.
        return text.Normalize(NormalizationForm.FormC).Trim();
    }

    internal LocalText AsLocalText() => IsObjectOf("vi", "en") ? new(TextOrNull("vi") ?? "", TextOrNull("en") ?? "") : Empty;

    private static LocalText Empty => new("", "");

    private TEnum AsChoice<TEnum>()
        where TEnum : struct, Enum
    {
        if (element.ValueKind == JsonValueKind.String && SnakeCase.TryParse<TEnum>(element.GetString(), out var value)) return value;
        failures.Add(CatalogFailures.ValueNotInList.On(path, string.Join(", ", Enum.GetValues<TEnum>().Select(v => SnakeCase.Of(v)))));
        return default;
    }

    private DateOnly AsDate()
    {
        if (element.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        WrongType("ngày dạng yyyy-MM-dd", "a date as yyyy-MM-dd");
        return default;
    }

    private int AsInteger(int least)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) && value >= least) return value;
        WrongType($"số nguyên từ {least}", $"a whole number from {least}");
        return least;
    }

    private bool AsSwitch()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        WrongType("true hoặc false", "true or false");
        return false;
    }

    private decimal AsNumber()
    {
        // Dividing by one with many decimals drops the zeros at the end: 98.0 and 98 are written alike.
        const decimal One = 1.0000000000000000000000000000m;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var value)
            && Math.Abs(value) < 1e21m && decimal.Round(value, 6) == value)
        {
            return value / One;
        }

        WrongType("số, tối đa 6 chữ số thập phân", "a number with at most 6 decimals");
        return default;
    }

    private List<T> Items<T>(Func<PackElement, T> read)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            WrongType("danh sách", "a list");
            return [];
        }

        var items = new List<T>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray()) items.Add(read(new PackElement(item, $"{path}[{items.Count}]", failures)));
        return items;
    }

    private PackElement? Optional(string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null
            ? new PackElement(value, $"{path}.{field}", failures)
            : null;

    private PackElement? Required(string field)
    {
        if (Optional(field) is { } found) return found;
        failures.Add(CatalogFailures.FieldMissing.On($"{path}.{field}", field));
        return null;
    }

    private void WrongType(string vi, string en) => failures.Add(CatalogFailures.FieldHasWrongType.On(path, new LocalText(vi, en)));
}
