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
            known.Supersede(recording);
            var before = known.Validity.Before(days);
            if (!before.IsEmpty) facts.Add((TFact)known.For(before, recording));
            if (known.Validity.After(days) is { } after) facts.Add((TFact)known.For(after, recording));
        }
    }

    /// <summary>
    /// Takes back what a mistaken reorganisation said, and puts in force again what it had superseded; of what earlier mistakes in its
    /// line of corrections had said, nothing comes back.
    /// </summary>
    internal static void TakeBack<TFact>(List<TFact> facts, Guid mistakenId, IReadOnlySet<Guid> line, Recording recording)
        where TFact : DatedFact
    {
        foreach (var said in facts.Where(fact => fact.IsCurrent && fact.ReorganisationId == mistakenId)) said.Supersede(recording);
        var before = facts.Where(fact => fact.SupersededById == mistakenId && !line.Contains(fact.ReorganisationId ?? Guid.Empty)).ToList();
        foreach (var known in before)
        {
            Clear(facts, known.Competes, known.Validity, recording);
            facts.Add((TFact)known.For(known.Validity, recording));
        }
    }
}
