using System.Text.Json;

namespace LearningCity.CriteriaCatalog.Domain.Packs;

/// <summary>JSON may escape half a letter (<c>\ud800</c> alone), which no text can hold: such a document is refused before it is read.</summary>
internal static class WholeText
{
    /// <summary>Whether every name and text of a value is made of whole letters.</summary>
    internal static bool IsIn(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(IsIn),
                JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && IsIn(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
