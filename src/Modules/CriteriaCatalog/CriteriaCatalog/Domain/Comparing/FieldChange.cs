using System.Text.Json.Nodes;

namespace LearningCity.CriteriaCatalog.Domain.Comparing;

/// <summary>A field that says something else.</summary>
/// <param name="Path">Which: <c>name.vi</c>, <c>levels[good].name.en</c>.</param>
/// <param name="Old">Before; null where it said nothing.</param>
/// <param name="New">After; null where it says nothing.</param>
internal sealed record FieldChange(string Path, JsonNode? Old, JsonNode? New);
