namespace LearningCity.UnitRegistry.Domain;

/// <summary>How facts of one kind follow each other: what we learn later takes the place of what we knew, day by day.</summary>
internal static class Timeline
{
    /// <summary>Records a fact: facts that compete with it are cut back to the days that it leaves them.</summary>
    internal static void Set<TFact>(List<TFact> facts, TFact fact)
        where TFact : DatedFact
    {
        var recording = new Recording(fact.RecordedAt, fact.ReorganisationId);
        if (facts.Any(known => known.IsCurrent && known.Says(fact) && known.Validity.Covers(fact.Validity))) return;
        Clear(facts, fact.Competes, fact.Validity, recording);
        facts.Add(fact);
    }

    /// <summary>Takes days away from the facts that match: from then on nothing is known of them.</summary>
    internal static void Clear<TFact>(List<TFact> facts, Func<TFact, bool> matches, Validity days, Recording recording)
        where TFact : DatedFact
    {
        foreach (var known in facts.Where(known => known.IsCurrent && matches(known) && known.Validity.Overlaps(days)).ToList())
        {
            known.Supersede(recording.At);
            var before = known.Validity.Before(days);
            if (!before.IsEmpty) facts.Add((TFact)known.For(before, recording));
            if (known.Validity.After(days) is { } after) facts.Add((TFact)known.For(after, recording));
        }
    }
}
