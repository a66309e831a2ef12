namespace LearningCity.BuildingBlocks.Ui;

/// <summary>Which page numbers a pager shows.</summary>
public static class PageNumbers
{
    /// <summary>The first and last page, the present one and its neighbours; null stands for a gap of two pages or more.</summary>
    /// <param name="page">The present page, from 1.</param>
    /// <param name="pageCount">How many there are.</param>
    public static IReadOnlyList<int?> Around(int page, int pageCount)
    {
        var shown = new SortedSet<int> { 1, pageCount };
        for (var number = Math.Max(1, page - 1); number <= Math.Min(pageCount, page + 1); number++)
            shown.Add(number);

        var numbers = new List<int?>();
        var last = 0;
        foreach (var number in shown)
        {
            if (number - last == 2)
                numbers.Add(last + 1);
            else if (number - last > 2)
                numbers.Add(null);
            numbers.Add(number);
            last = number;
        }

        return numbers;
    }
}
