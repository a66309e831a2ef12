using System.Globalization;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.CriteriaCatalog.Domain.Packs;

/// <summary>The words of a pack: what is absent or has its usual value is left out.</summary>
internal static class PackJson
{
    extension(Utf8JsonWriter json)
    {
        internal void Text(string field, LocalText? text)
        {
            if (text is null) return;
            json.WritePropertyName(field);
            json.Text(text);
        }

        internal void Text(LocalText text)
        {
            json.WriteStartObject();
            json.WriteString("vi", text.Vi);
            json.WriteString("en", text.En);
            json.WriteEndObject();
        }

        internal void Text(string field, string? text)
        {
            if (text is not null) json.WriteString(field, text);
        }

        internal void Texts(string field, IReadOnlyList<string> texts)
        {
            if (texts.Count == 0) return;
            json.WriteStartArray(field);
            foreach (var text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        }

        internal void Number(string field, decimal? number)
        {
            if (number is { } value) json.WriteNumber(field, value);
        }

        internal void Date(string field, DateOnly date) => json.WriteString(field, date.ToString("O", CultureInfo.InvariantCulture));

        internal void Choice<TEnum>(string field, TEnum value)
            where TEnum : struct, Enum => json.WriteString(field, SnakeCase.Of(value));

        internal void Choice<TEnum>(string field, TEnum value, TEnum usual)
            where TEnum : struct, Enum
        {
            if (!EqualityComparer<TEnum>.Default.Equals(value, usual)) json.Choice(field, value);
        }

        /// <summary>A code and its name.</summary>
        internal void Coded(string code, LocalText name)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.Text("name", name);
            json.WriteEndObject();
        }

        /// <summary>A list of objects.</summary>
        internal void Objects<T>(string field, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
        {
            if (items.Count == 0) return;
            json.WriteStartArray(field);
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        /// <summary>An object that may be absent.</summary>
        internal void Object<T>(string field, T? item, Action<Utf8JsonWriter, T> write)
            where T : class
        {
            if (item is null) return;
            json.WriteStartObject(field);
            write(json, item);
            json.WriteEndObject();
        }
    }
}
