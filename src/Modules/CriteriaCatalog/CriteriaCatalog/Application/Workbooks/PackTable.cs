using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Application.Workbooks;

/// <summary>What a column of a pack's workbook holds.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Date,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>Texts, one in a line.</summary>
    List,
}

/// <summary>A column: a field of the pack's objects.</summary>
/// <param name="Field">The field by its names in JSON, such as <c>name.vi</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">What people read above it.</param>
/// <param name="Width">In characters.</param>
internal sealed record PackColumn(string Field, ColumnKind Kind, LocalText Label, int Width = 14)
{
    /// <summary>The names of the way to the value.</summary>
    internal IReadOnlyList<string> Steps { get; } = Field.Split('.');
}

/// <summary>A sheet of the workbook: one kind of the pack's objects, a row for each.</summary>
/// <param name="Sheet">Its name, the same in every language.</param>
/// <param name="Parent">The column that names the object above by its code; null where there is none.</param>
/// <param name="Columns">Its own columns.</param>
internal sealed record PackTable(string Sheet, PackColumn? Parent, IReadOnlyList<PackColumn> Columns)
{
    /// <summary>Every column, from the left.</summary>
    internal IEnumerable<PackColumn> AllColumns => Parent is null ? Columns : Columns.Prepend(Parent);
}
