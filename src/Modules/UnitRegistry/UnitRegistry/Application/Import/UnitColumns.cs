using LearningCity.BuildingBlocks.Text;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>The columns that a file of units may have, in any order, under their names in the API or as offices call them.</summary>
internal enum UnitColumn
{
    Code,
    NameVi,
    NameEn,
    Type,
    LiesIn,
    ReportsTo,
    ValidFrom,
    ValidTo,
    Latitude,
    Longitude,
    AreaKm2,
}

/// <summary>Names of columns.</summary>
internal static class UnitColumns
{
    private static readonly Dictionary<string, UnitColumn> ByHeader = new(StringComparer.Ordinal)
    {
        ["code"] = UnitColumn.Code,
        ["unitcode"] = UnitColumn.Code,
        ["ma"] = UnitColumn.Code,
        ["madonvi"] = UnitColumn.Code,
        ["namevi"] = UnitColumn.NameVi,
        ["name"] = UnitColumn.NameVi,
        ["ten"] = UnitColumn.NameVi,
        ["tendonvi"] = UnitColumn.NameVi,
        ["nameen"] = UnitColumn.NameEn,
        ["tentienganh"] = UnitColumn.NameEn,
        ["type"] = UnitColumn.Type,
        ["loai"] = UnitColumn.Type,
        ["loaidonvi"] = UnitColumn.Type,
        ["liesin"] = UnitColumn.LiesIn,
        ["madiaban"] = UnitColumn.LiesIn,
        ["namtrendiaban"] = UnitColumn.LiesIn,
        ["reportsto"] = UnitColumn.ReportsTo,
        ["madonvicaptren"] = UnitColumn.ReportsTo,
        ["baocaocho"] = UnitColumn.ReportsTo,
        ["validfrom"] = UnitColumn.ValidFrom,
        ["tungay"] = UnitColumn.ValidFrom,
        ["validto"] = UnitColumn.ValidTo,
        ["denngay"] = UnitColumn.ValidTo,
        ["latitude"] = UnitColumn.Latitude,
        ["vido"] = UnitColumn.Latitude,
        ["longitude"] = UnitColumn.Longitude,
        ["kinhdo"] = UnitColumn.Longitude,
        ["areakm2"] = UnitColumn.AreaKm2,
        ["dientichkm2"] = UnitColumn.AreaKm2,
    };

    /// <summary>The column that a header names; null for one that says nothing to us.</summary>
    internal static UnitColumn? Of(string header) =>
        ByHeader.TryGetValue(SearchText.Fold(header).Replace(" ", "", StringComparison.Ordinal), out var column) ? column : null;

    /// <summary>The column's name in the API and in reports: <c>nameVi</c>.</summary>
    internal static string NameOf(UnitColumn column)
    {
        var name = column.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
