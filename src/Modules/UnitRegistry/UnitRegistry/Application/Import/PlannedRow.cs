using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>What an import does with a row.</summary>
internal enum RowAction
{
    /// <summary>The registry says so already.</summary>
    None,

    /// <summary>A unit is entered.</summary>
    Found,

    /// <summary>A unit of the registry gets other values.</summary>
    Change,
}

/// <summary>One value that the file has otherwise than the registry.</summary>
/// <param name="Field">The column.</param>
/// <param name="Before">What the registry says.</param>
/// <param name="After">What the file says.</param>
internal sealed record FieldChange(string Field, string Before, string After);

/// <summary>A row and the unit that it speaks of.</summary>
internal sealed class PlannedRow(UnitRow row, KnownUnit? known, Guid unitId, DateOnly day)
{
    /// <summary>The row.</summary>
    internal UnitRow Row => row;

    /// <summary>The unit of the registry that it names; null for one that is to be entered.</summary>
    internal KnownUnit? Known => known;

    internal Guid UnitId => unitId;

    /// <summary>The day as of which the row speaks.</summary>
    internal DateOnly Day => day;

    internal RowAction Action { get; set; }

    /// <summary>Where it lies and reports to.</summary>
    internal Dictionary<UnitRelation, RowParent> Parents { get; } = [];

    internal List<FieldChange> Changes { get; } = [];

    /// <summary>Life of the unit.</summary>
    internal Validity Life { get; } = known?.Life ?? new Validity(row.ValidFrom ?? day, row.ValidTo);

    /// <summary>The time over which the row's code names the unit.</summary>
    internal Validity Span => known?.Days ?? Life;

    /// <summary>The unit to be entered.</summary>
    internal NewUnit ToNewUnit() => new(
        unitId, row.Code, new LocalText(row.NameVi!, row.NameEn ?? row.NameVi!), row.Type!.Value, Life.From, Life.To,
        [.. Parents.Select(parent => new NewPlace(parent.Key, parent.Value.UnitId, Life.From, null))],
        Latitude: row.Latitude, Longitude: row.Longitude, AreaKm2: row.AreaKm2);

    /// <summary>Writes to a unit of the registry what the row says otherwise.</summary>
    internal void ApplyTo(ReportingUnit unit, Recording recording)
    {
        foreach (var change in Changes)
        {
            switch (change.Field)
            {
                case "nameVi" or "nameEn":
                    unit.Rename(new LocalText(row.NameVi ?? known!.NameVi, row.NameEn ?? known!.NameEn), day, recording);
                    break;
                case "type":
                    unit.ChangeType(row.Type!.Value, day, recording);
                    break;
                case "liesIn":
                    unit.Place(UnitRelation.LiesIn, Parents[UnitRelation.LiesIn].UnitId, new Validity(day, null), recording);
                    break;
                case "reportsTo":
                    unit.Place(UnitRelation.ReportsTo, Parents[UnitRelation.ReportsTo].UnitId, new Validity(day, null), recording);
                    break;
                default:
                    unit.Locate(row.Latitude ?? unit.Latitude, row.Longitude ?? unit.Longitude, row.AreaKm2 ?? unit.AreaKm2);
                    break;
            }
        }
    }
}

/// <summary>The unit above a row's.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Row">Its own row; null where the file has none.</param>
/// <param name="Life">When it exists.</param>
internal sealed record RowParent(Guid UnitId, PlannedRow? Row, Validity Life);
