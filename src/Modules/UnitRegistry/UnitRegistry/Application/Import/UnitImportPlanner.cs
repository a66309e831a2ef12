using System.Globalization;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>
/// Compares the rows of a file with the registry: which units are new, which say what is known, which say something else, and which cannot
/// be. Parents are sought in the file as well, whatever the order of its rows.
/// </summary>
/// <param name="known">What the registry knows of the file's codes.</param>
/// <param name="effectiveOn">The day as of which the file speaks.</param>
/// <param name="update">Whether a unit of the registry takes other values from the file.</param>
/// <param name="problems">Takes what is wrong with rows.</param>
internal sealed class UnitImportPlanner(KnownUnits known, DateOnly effectiveOn, bool update, UnitImportProblems problems)
{
    private readonly Dictionary<string, List<PlannedRow>> _byCode = new(StringComparer.Ordinal);

    /// <summary>The rows that can be taken, in groups that must be written at once, parents before children.</summary>
    internal IReadOnlyList<IReadOnlyList<PlannedRow>> Plan(IReadOnlyList<UnitRow> rows)
    {
        var planned = new List<PlannedRow>(rows.Count);
        // Rows of one place mostly have codes that begin alike: written in that order, indexes grow in few places rather than everywhere.
        foreach (var row in rows.OrderBy(row => row.Code, StringComparer.Ordinal))
        {
            if (Identify(row) is { } found) planned.Add(found);
        }

        foreach (var row in planned) Decide(row);
        foreach (var row in RowOrder.OnCycle(planned))
            problems.Add(row.Row.Number, UnitRegistryFailures.Cycle.On("liesIn", new LocalText(row.Row.NameVi ?? row.Row.Code, row.Row.NameEn ?? row.Row.Code)));
        var groups = RowOrder.Sort(planned);
        foreach (var group in groups) RejectWithParents(group, problems);
        return [.. groups.Where(group => group.All(row => !problems.Has(row.Row.Number)))];
    }

    /// <summary>A row whose parent's row is not taken cannot be taken either.</summary>
    internal static void RejectWithParents(IReadOnlyList<PlannedRow> group, UnitImportProblems problems)
    {
        foreach (var row in group)
        {
            if (problems.Has(row.Row.Number) || row.Action == RowAction.None) continue;
            var above = row.Parents.FirstOrDefault(parent => parent.Value.Row is { Known: null } parentRow && problems.Has(parentRow.Row.Number));
            if (above.Value is { } parent) problems.Add(row.Row.Number, UnitImportFailures.ParentRejected.On(FieldOf(above.Key), parent.Row!.Row.Number));
        }

        if (group.Count == 1 || group.FirstOrDefault(row => problems.Has(row.Row.Number)) is not { } rejected) return;
        foreach (var row in group.Where(row => !problems.Has(row.Row.Number)))
            problems.Add(row.Row.Number, UnitImportFailures.ParentRejected.On("liesIn", rejected.Row.Number));
    }

    /// <summary>Which unit a row speaks of; null where another row spoke of it already.</summary>
    private PlannedRow? Identify(UnitRow row)
    {
        var day = effectiveOn < row.ValidFrom ? row.ValidFrom.Value : effectiveOn > row.ValidTo ? row.ValidTo.Value : effectiveOn;
        var unit = known.On(row.Code, day);
        var planned = new PlannedRow(row, unit, unit?.UnitId ?? Ids.New(), day);
        if (!_byCode.TryGetValue(row.Code, out var others)) _byCode[row.Code] = others = [];
        if (others.Find(other => other.Span.Overlaps(planned.Span)) is { } earlier)
        {
            if (row with { Number = 0 } != earlier.Row with { Number = 0 })
                problems.Add(row.Number, UnitImportFailures.DuplicateRow.On("code", row.Code, earlier.Row.Number));
            return null;
        }

        others.Add(planned);
        return planned;
    }

    private void Decide(PlannedRow row)
    {
        FindParent(row, UnitRelation.LiesIn, row.Row.LiesIn);
        FindParent(row, UnitRelation.ReportsTo, row.Row.ReportsTo);
        if (row.Known is not null) Compare(row, row.Known);
        else Check(row);
    }

    private void FindParent(PlannedRow row, UnitRelation relation, string? code)
    {
        if (code is null) return;
        var day = row.Known is null ? row.Life.From : row.Day;
        var inFile = _byCode.GetValueOrDefault(code)?.Find(other => other.Span.Contains(day));
        if (inFile is not null) row.Parents[relation] = new RowParent(inFile.UnitId, inFile, inFile.Life);
        else if (known.On(code, day) is { } unit) row.Parents[relation] = new RowParent(unit.UnitId, null, unit.Life);
        else problems.Add(row.Row.Number, UnitImportFailures.UnknownParent.On(FieldOf(relation), code, day));
    }

    private void Check(PlannedRow row)
    {
        row.Action = RowAction.Found;
        var number = row.Row.Number;
        if (row.Row.NameVi is null) problems.Add(number, UnitImportFailures.FieldMissing.On("nameVi", new LocalText("tên (nameVi)", "nameVi")));
        if (row.Row.Type is null) problems.Add(number, UnitImportFailures.FieldMissing.On("type", new LocalText("loại (type)", "type")));
        if (known.IsTaken(row.Row.Code, row.Life)) problems.Add(number, UnitRegistryFailures.CodeTaken.On("code", row.Row.Code));
        foreach (var (relation, parent) in row.Parents) CheckLife(row, relation, parent, row.Life);
    }

    private void CheckLife(PlannedRow row, UnitRelation relation, RowParent parent, Validity days)
    {
        if (parent.Life.Covers(days)) return;
        var day = parent.Life.Contains(days.From) ? parent.Life.To!.Value.AddDays(1) : days.From;
        problems.Add(row.Row.Number, UnitRegistryFailures.NotThen.On(
            FieldOf(relation), new LocalText($"Đơn vị mã {CodeOf(row, relation)}", $"The unit {CodeOf(row, relation)}"), day));
    }

    private void Compare(PlannedRow row, KnownUnit unit)
    {
        Differs(row, "nameVi", unit.NameVi, row.Row.NameVi);
        Differs(row, "nameEn", unit.NameEn, row.Row.NameEn);
        Differs(row, "type", SnakeCase.Of(unit.Type), row.Row.Type is { } type ? SnakeCase.Of(type) : null);
        Differs(row, UnitRelation.LiesIn, unit.LiesInId);
        Differs(row, UnitRelation.ReportsTo, unit.ReportsToId);
        Differs(row, "latitude", unit.Latitude, row.Row.Latitude);
        Differs(row, "longitude", unit.Longitude, row.Row.Longitude);
        Differs(row, "areaKm2", unit.AreaKm2, row.Row.AreaKm2);
        Fixed(row, "validFrom", unit.FoundedOn, row.Row.ValidFrom);
        Fixed(row, "validTo", unit.ClosedOn, row.Row.ValidTo);
        row.Action = row.Changes.Count > 0 ? RowAction.Change : RowAction.None;
    }

    private void Differs(PlannedRow row, UnitRelation relation, Guid? parentId)
    {
        if (!row.Parents.TryGetValue(relation, out var parent) || parent.UnitId == parentId) return;
        var before = parentId is { } id ? known.CodeOf(id) : "";
        CheckLife(row, relation, parent, row.Life.Intersect(new Validity(row.Day, null)));
        Differs(row, FieldOf(relation), before, CodeOf(row, relation));
    }

    private void Differs(PlannedRow row, string field, decimal? before, decimal? after)
    {
        if (after is not null && after != before) Differs(row, field, Text(before), Text(after));
    }

    private void Differs(PlannedRow row, string field, string before, string? after)
    {
        if (after is null || after == before) return;
        if (update) row.Changes.Add(new FieldChange(field, before, after));
        else problems.Add(row.Row.Number, UnitImportFailures.Differs.On(field, before, after));
    }

    private void Fixed(PlannedRow row, string field, DateOnly? before, DateOnly? after)
    {
        if (after is null || after == before) return;
        problems.Add(row.Row.Number, UnitImportFailures.FixedDiffers.On(field, before is { } day ? day : "", after.Value));
    }

    private static string? CodeOf(PlannedRow row, UnitRelation relation) => relation == UnitRelation.LiesIn ? row.Row.LiesIn : row.Row.ReportsTo;

    private static string FieldOf(UnitRelation relation) => relation == UnitRelation.LiesIn ? "liesIn" : "reportsTo";

    private static string Text(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
