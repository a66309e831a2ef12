using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Puts rows in an order in which parents come before children, along both relations.</summary>
internal static class RowOrder
{
    /// <summary>Rows whose unit would be above itself along one relation.</summary>
    internal static IEnumerable<PlannedRow> OnCycle(IReadOnlyList<PlannedRow> rows) =>
        Enum.GetValues<UnitRelation>().SelectMany(relation => OnCycle(rows, relation)).Distinct();

    /// <summary>
    /// Groups of rows, each after the groups of its parents. Most groups are one row; where one lies in another that reports to it, which
    /// the two relations allow, both are one group. These are the strongly connected components in the order in which they are found
    /// (R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1, 1972), without recursion: a file may be deep.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<PlannedRow>> Sort(IReadOnlyList<PlannedRow> rows)
    {
        var groups = new List<IReadOnlyList<PlannedRow>>(rows.Count);
        var visits = new Dictionary<PlannedRow, Visit>(rows.Count);
        var waiting = new Stack<PlannedRow>();
        var path = new Stack<Visit>();
        foreach (var start in rows)
        {
            if (!visits.ContainsKey(start)) Enter(start);
            while (path.TryPeek(out var visit))
            {
                if (visit.Above.MoveNext())
                {
                    if (!visits.TryGetValue(visit.Above.Current, out var above)) Enter(visit.Above.Current);
                    else if (above.IsWaiting) visit.Low = Math.Min(visit.Low, above.Number);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var below)) below.Low = Math.Min(below.Low, visit.Low);
                if (visit.Low == visit.Number) groups.Add(Leave(visit));
            }
        }

        return groups;

        void Enter(PlannedRow row)
        {
            var visit = new Visit(row, visits.Count, Above(row).GetEnumerator());
            visits.Add(row, visit);
            waiting.Push(row);
            path.Push(visit);
        }

        List<PlannedRow> Leave(Visit visit)
        {
            var group = new List<PlannedRow>(1);
            PlannedRow row;
            do
            {
                row = waiting.Pop();
                visits[row].IsWaiting = false;
                group.Add(row);
            }
            while (row != visit.Row);
            return group;
        }
    }

    private static IEnumerable<PlannedRow> Above(PlannedRow row) => row.Parents.Values.Select(parent => parent.Row).OfType<PlannedRow>();

    /// <summary>Walks up from each row; who meets a row of the same walk again has found a cycle.</summary>
    private static IEnumerable<PlannedRow> OnCycle(IReadOnlyList<PlannedRow> rows, UnitRelation relation)
    {
        var walkOf = new Dictionary<PlannedRow, int>(rows.Count);
        for (var walk = 0; walk < rows.Count; walk++)
        {
            var row = rows[walk];
            while (row is not null && walkOf.TryAdd(row, walk)) row = row.Parents.GetValueOrDefault(relation)?.Row;
            if (row is null || walkOf[row] != walk) continue;
            var start = row;
            do
            {
                yield return row;
                row = row.Parents[relation].Row!;
            }
            while (row != start);
        }
    }

    private sealed class Visit(PlannedRow row, int number, IEnumerator<PlannedRow> above)
    {
        internal PlannedRow Row => row;

        internal int Number { get; } = number;

        internal IEnumerator<PlannedRow> Above => above;

        internal int Low { get; set; } = number;

        internal bool IsWaiting { get; set; } = true;
    }
}
