namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>Who can see a sheet.</summary>
public enum SheetVisibility
{
    /// <summary>Everybody.</summary>
    Visible,

    /// <summary>Whoever chooses "Unhide" in Excel.</summary>
    Hidden,

    /// <summary>Nobody in Excel's menus: only programs read it.</summary>
    VeryHidden,
}

/// <summary>What is known of a sheet before its first row.</summary>
/// <param name="Name">Wished name; made unique and fitting to Excel's rules (31 characters, none of <c>[ ] : * ? / \</c>).</param>
public sealed record SheetSettings(string Name)
{
    /// <summary>Widths of the columns from A, in characters; columns beyond keep Excel's own width.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>Rows at the top that stay in view.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Columns at the left that stay in view.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>
    /// Whether only cells of an unlocked style can be changed. There is no password: it keeps people from slips, it does not keep anybody
    /// out. Columns can still be made wider.
    /// </summary>
    public bool Locked { get; init; }

    /// <summary>Who can see it.</summary>
    public SheetVisibility Visibility { get; init; }

    /// <summary>Printed across the long side of the paper.</summary>
    public bool Landscape { get; init; }
}
