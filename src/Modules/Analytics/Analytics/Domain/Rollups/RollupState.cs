namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>How many units were to answer, and how they stand. Never replaced: an own value above does not make them less late.</summary>
internal record struct Coverage
{
    /// <summary>Units whose obligation holds the cell.</summary>
    public int Expected { get; set; }

    /// <summary>Of these, units that handed it in.</summary>
    public int Reported { get; set; }

    /// <summary>Of these, units whose answer is approved.</summary>
    public int Approved { get; set; }

    /// <summary>Approved answers "not applicable".</summary>
    public int NotApplicable { get; set; }

    /// <summary>Approved answers "not available".</summary>
    public int NotAvailable { get; set; }

    internal void Add(in Coverage other, int sign = 1)
    {
        Expected += sign * other.Expected;
        Reported += sign * other.Reported;
        Approved += sign * other.Approved;
        NotApplicable += sign * other.NotApplicable;
        NotAvailable += sign * other.NotAvailable;
    }
}

/// <summary>What approved values add up to. Only the fields that the indicator's rule needs are kept; sums are exact decimals.</summary>
internal record struct Measure
{
    /// <summary>Units whose own value is awaited, and in whose place those below count meanwhile: the figure is provisional.</summary>
    public int Pending { get; set; }

    /// <summary>How many of the values came by a link from another criteria set.</summary>
    public int Linked { get; set; }

    /// <summary>How many of these are sums of parts, and so less than what is asked for.</summary>
    public int Partial { get; set; }

    /// <summary>How many values are in it.</summary>
    public int Values { get; set; }

    /// <summary>How many of them say yes.</summary>
    public int Yes { get; set; }

    /// <summary>Sum of the values, or of the numerators.</summary>
    public decimal Sum { get; set; }

    /// <summary>Sum of the denominators.</summary>
    public decimal Denominator { get; set; }

    /// <summary>Smallest value; kept for the rules minimum and maximum alone, like <see cref="Maximum"/>.</summary>
    public decimal Minimum { get; set; }

    /// <summary>Greatest value.</summary>
    public decimal Maximum { get; set; }

    /// <summary>How many values stand at each level.</summary>
    public LevelCounts Levels;

    /// <summary>Adds what a part of the tree gives. The order of parts does not matter.</summary>
    internal void Add(in Measure other)
    {
        if (other.Values > 0) Widen(other.Minimum, other.Maximum);
        Pending += other.Pending;
        Linked += other.Linked;
        Partial += other.Partial;
        Values += other.Values;
        Yes += other.Yes;
        Sum += other.Sum;
        Denominator += other.Denominator;
        Levels.Add(other.Levels);
    }

    /// <summary>Takes out what a part gave; smallest and greatest stay, for they cannot be taken out.</summary>
    internal void Take(in Measure other)
    {
        Pending -= other.Pending;
        Linked -= other.Linked;
        Partial -= other.Partial;
        Values -= other.Values;
        Yes -= other.Yes;
        Sum -= other.Sum;
        Denominator -= other.Denominator;
        Levels.Add(other.Levels, -1);
    }

    /// <summary>Adds one value.</summary>
    internal void Count(in OwnCell cell, Summing summing) => Count(cell, summing, 1);

    /// <summary>Takes one value out again; smallest and greatest cannot be taken out and are for the caller to find anew.</summary>
    internal void Discount(in OwnCell cell, Summing summing) => Count(cell, summing, -1);

    /// <summary>Makes smallest and greatest hold a range.</summary>
    internal void Widen(decimal minimum, decimal maximum)
    {
        Minimum = Values == 0 ? minimum : Math.Min(Minimum, minimum);
        Maximum = Values == 0 ? maximum : Math.Max(Maximum, maximum);
    }

    private void Count(in OwnCell cell, Summing summing, int sign)
    {
        if (cell.Answer != Answer.Value) return;
        switch (summing)
        {
            case Summing.Sum or Summing.Average:
                Sum += sign * cell.Number;
                break;
            case Summing.Ratio:
                Sum += sign * cell.Number;
                Denominator += sign * cell.Denominator;
                break;
            case Summing.Yes:
                if (cell.Number == 1) Yes += sign;
                break;
            case Summing.Levels:
                Levels[Math.Clamp((int)cell.Number, 0, LevelCounts.Most - 1)] += sign;
                break;
            case Summing.Minimum or Summing.Maximum when sign > 0:
                Widen(cell.Number, cell.Number);
                break;
        }

        Values += sign;
        if (cell.Origin == Origin.Direct) return;
        Linked += sign;
        if (cell.Origin == Origin.Partial) Partial += sign;
    }
}

/// <summary>
/// Everything known of one figure of one unit. States of the parts combine by addition, so that any subtree costs one look-up.
/// </summary>
internal record struct RollupState
{
    /// <summary>How many units answer for it.</summary>
    public Coverage Coverage;

    /// <summary>What they say.</summary>
    public Measure Measure;

    internal readonly bool IsEmpty => this == default;

    internal void Add(in RollupState other)
    {
        Coverage.Add(other.Coverage);
        Measure.Add(other.Measure);
    }

    /// <summary>Takes out what a part gave (<see cref="Measure.Take"/>).</summary>
    internal void Take(in RollupState other)
    {
        Coverage.Add(other.Coverage, -1);
        Measure.Take(other.Measure);
    }
}
