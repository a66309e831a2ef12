using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Submissions.Ui;

/// <summary>Reads, of the entry grid, how a cell is to stand to what the units below gave.</summary>
internal static class ConsolidationForm
{
    /// <summary>The value of the button that takes what is given now for every cell that is out of date.</summary>
    internal const string All = "*";

    /// <summary>Whether the unit may put something of its own on top.</summary>
    internal static bool TakesAdditions(CellView cell) =>
        cell is { Part: null, Consolidated.Now.Amount: not null } && Consolidating.TakesAdditions(cell.Indicator);

    /// <summary>What the unit put on top, as the input shows it: <c>o</c> the number or numerator, <c>q</c> the denominator.</summary>
    internal static string Shown(CellView cell, string part, Language language)
    {
        if (cell.Consolidated?.OwnOf(cell.Now) is not { } own) return "";
        var number = part == "q" ? own.Denominator : own.Number ?? own.Numerator;
        return number is { } value ? Display.Number(value, language) : "";
    }

    /// <summary>What is saved of a cell: what was read, unless a button or the input for the unit's own says another way.</summary>
    internal static CellSave Apply(CellView cell, CellSave read, IFormCollection form, Language language)
    {
        if (cell.Consolidated?.Now.Amount is null) return read;
        string take = form["take"].ToString(), keep = form["keep"].ToString();
        if (take == cell.Key || (cell.Part is not null && take == cell.Indicator.Code) || (take == All && cell is { IsOutOfDate: true, Consolidated.Kept.Way: not CellWay.Override }))
            return Taken(cell, read);
        if (keep == cell.Key) return read with { Way = CellWay.Override };
        if (!TakesAdditions(cell) || !form.ContainsKey(GridForm.Field("o", cell))) return read;
        var (above, below) = (Typed("o"), Typed("q"));
        if (above == Shown(cell, "o", language) && below == Shown(cell, "q", language)) return read;
        if (above.Length == 0 && below.Length == 0) return read with { Way = CellWay.Consolidated, Entry = new RawEntry(null, Comment: read.Entry.Comment), Typed = null, Problem = null };
        return Added(cell, read, above, below, language);

        string Typed(string part) => form[GridForm.Field(part, cell)].ToString().Trim();
    }

    private static CellSave Taken(CellView cell, CellSave read) => cell.Consolidated!.OwnOf(cell.Now) is { } own
        ? read with { Way = CellWay.Addition, Entry = own.AsEntry(read.Entry.Comment), Typed = null, Problem = null }
        : read with { Way = CellWay.Consolidated, Entry = new RawEntry(null, Comment: read.Entry.Comment), Typed = null, Problem = null };

    private static CellSave Added(CellView cell, CellSave read, string above, string below, Language language)
    {
        var (first, second) = (NumberInput.Read(above, language), NumberInput.Read(below.Length == 0 ? "0" : below, language));
        var added = read with { Way = CellWay.Addition, Typed = null };
        if (first.Value is not { } number) return added with { Problem = CellFailures.Unreadable.On("value", cell.Indicator.Name, above) };
        if (second.Value is not { } of) return added with { Problem = CellFailures.Unreadable.On("denominator", cell.Indicator.Name, below) };
        var own = cell.Indicator.ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio ? new Amount(null, number, of) : new Amount(number, null, null);
        return added with { Entry = own.AsEntry(read.Entry.Comment), Problem = null };
    }
}
