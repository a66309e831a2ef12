using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Ui;

/// <summary>Where the boxes and lines of a picture of lineage go: predecessors in columns on the left, the unit, successors on the right.</summary>
internal sealed class LineageLayout
{
    internal const int BoxWidth = 210;
    internal const int BoxHeight = 44;
    private const int ColumnGap = 110;
    private const int RowGap = 10;

    /// <summary>A column longer than this is cut: the table below has all of it.</summary>
    private const int MostInColumn = 40;

    private LineageLayout(IReadOnlyList<LineageBox> boxes, IReadOnlyList<LineageLine> lines, int width, int height, int left) =>
        (Boxes, Lines, Width, Height, Left) = (boxes, lines, width, height, left);

    internal IReadOnlyList<LineageBox> Boxes { get; }

    internal IReadOnlyList<LineageLine> Lines { get; }

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>How many units a column was too short for.</summary>
    internal int Left { get; }

    internal static LineageLayout Of(UnitLineageSteps view)
    {
        var columns = view.Units.GroupBy(unit => unit.Step).OrderBy(column => column.Key)
            .Select(column => column.Take(MostInColumn).ToList()).ToList();
        var height = columns.Max(column => (column.Count * (BoxHeight + RowGap)) - RowGap);
        var boxes = new List<LineageBox>();
        for (var i = 0; i < columns.Count; i++)
        {
            var top = (height - ((columns[i].Count * (BoxHeight + RowGap)) - RowGap)) / 2;
            boxes.AddRange(columns[i].Select((unit, row) => new LineageBox(
                unit, i * (BoxWidth + ColumnGap), top + (row * (BoxHeight + RowGap)))));
        }

        var before = boxes.Where(box => box.Unit.Step <= 0).ToDictionary(box => box.Unit.Id);
        var after = boxes.Where(box => box.Unit.Step >= 0).ToDictionary(box => box.Unit.Id);
        var lines = view.Steps.Select(step => Line(step, before, after)).OfType<LineageLine>().ToList();
        return new LineageLayout(boxes, lines, (columns.Count * (BoxWidth + ColumnGap)) - ColumnGap, height, view.Units.Count - boxes.Count);
    }

    private static LineageLine? Line(LineageStep step, Dictionary<Guid, LineageBox> before, Dictionary<Guid, LineageBox> after)
    {
        foreach (var side in new[] { before, after })
        {
            if (!side.TryGetValue(step.FromUnitId, out var from) || !side.TryGetValue(step.ToUnitId, out var to) || from.Unit.Step >= to.Unit.Step) continue;
            var (x1, y1, x2, y2) = (from.X + BoxWidth, from.Y + (BoxHeight / 2), to.X, to.Y + (BoxHeight / 2));
            var bend = (x1 + x2) / 2;
            return new LineageLine(step, FormattableString.Invariant($"M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"), bend, (y1 + y2) / 2);
        }

        return null;
    }
}

/// <summary>A unit's box.</summary>
internal sealed record LineageBox(LineageUnit Unit, int X, int Y);

/// <summary>A step's line, and where its words stand.</summary>
internal sealed record LineageLine(LineageStep Step, string Path, int LabelX, int LabelY);
