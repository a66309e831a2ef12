namespace LearningCity.BuildingBlocks.Navigation;

/// <summary>A place on the host's pages that modules fill.</summary>
public enum PageSlot
{
    /// <summary>The home page: what is due for the reader, and what is new.</summary>
    Home,

    /// <summary>The frame: the unit that the reader acts for.</summary>
    Unit,

    /// <summary>The frame: the present period and what is left of it, one short line.</summary>
    Period,

    /// <summary>The frame: entries of the account menu.</summary>
    Account,
}

/// <summary>A component of a module on a page of the host. It takes no parameters and shows nothing where it has nothing to say.</summary>
/// <param name="Slot">Where it goes.</param>
/// <param name="Permission">Who may see it; empty for everybody who is signed in.</param>
/// <param name="Component">The Razor component.</param>
/// <param name="Order">Ascending; steps of ten leave room.</param>
public sealed record PagePart(PageSlot Slot, string Permission, Type Component, int Order);
