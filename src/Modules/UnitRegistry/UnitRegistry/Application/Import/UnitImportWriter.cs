using System.Diagnostics.Metrics;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>
/// Writes planned rows in chunks, as large as this database commits well within a quarter of a second: no other change waits longer. A
/// chunk counts up the registry's head first, which keeps every other change out until it is written, and only then checks the rules over
/// all units. A chunk that is refused is halved until the row at fault stands alone.
/// </summary>
internal sealed class UnitImportWriter(IUnitRegistryDb db, Registrar registrar, Derivation derivation, TimeProvider clock)
{
    /// <summary>Of the histogram of the seconds that chunks keep others from writing.</summary>
    internal const string ChunkSeconds = "learningcity.unit_import.chunk";

    private const int FirstRows = 250;
    private const int FewestRows = 50;
    private const int MostRows = 2500;
    private const int MostTries = 5;

    /// <summary>What a chunk should take: less than half of what it may.</summary>
    private const double SecondsWanted = 0.1;
    private static readonly Histogram<double> ChunkTimes = Telemetry.Meter.CreateHistogram<double>(
        ChunkSeconds, "s", "Time for which one chunk of an import of units keeps other changes waiting");

    /// <summary>Writes; false where an atomic import was undone.</summary>
    internal async Task<bool> WriteAsync(
        IReadOnlyList<IReadOnlyList<PlannedRow>> groups, UnitStage stage, UnitImportOptions options, CancellationToken cancellationToken)
    {
        var batch = new Batch(Ids.New(), stage, options.EffectiveOn, groups.Sum(group => group.Count(row => row.Action == RowAction.Found)));
        if (!options.Atomic)
        {
            await WriteInChunksAsync(groups, batch, cancellationToken);
            return batch.IsRecorded;
        }

        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    for (var next = 0; next < groups.Count;)
                    {
                        var chunk = Chunk(groups, next, MostRows);
                        await WriteChunkAsync(chunk, batch, cancellationToken);
                        next += chunk.Count;
                    }

                    return true;
                },
                cancellationToken);
            return true;
        }
        catch (ChunkRefused refused)
        {
            db.Forget();
            foreach (var row in refused.Chunk.SelectMany(group => group)) stage.Problems.Add(row.Row.Number, refused.Failure);
            return false;
        }
    }

    private async Task WriteInChunksAsync(IReadOnlyList<IReadOnlyList<PlannedRow>> groups, Batch batch, CancellationToken cancellationToken)
    {
        var rows = FirstRows;
        for (var next = 0; next < groups.Count;)
        {
            var chunk = Chunk(groups, next, rows);
            batch.LongestSeconds = 0;
            await WritePartsAsync(chunk, batch, cancellationToken);
            next += chunk.Count;

            // Grows step by step, shrinks at once.
            var fitting = batch.LongestSeconds > 0 ? rows * SecondsWanted / batch.LongestSeconds : rows;
            rows = (int)Math.Clamp(Math.Min(fitting, rows * 1.5), FewestRows, MostRows);
        }
    }

    /// <summary>Whole groups from one on, as many as make a chunk.</summary>
    private static List<IReadOnlyList<PlannedRow>> Chunk(IReadOnlyList<IReadOnlyList<PlannedRow>> groups, int next, int mostRows)
    {
        var chunk = new List<IReadOnlyList<PlannedRow>>();
        for (var rows = 0; next < groups.Count && rows < mostRows; next++)
        {
            chunk.Add(groups[next]);
            rows += groups[next].Count;
        }

        return chunk;
    }

    private async Task WritePartsAsync(List<IReadOnlyList<PlannedRow>> groups, Batch batch, CancellationToken cancellationToken)
    {
        foreach (var group in groups) UnitImportPlanner.RejectWithParents(group, batch.Stage.Problems);
        var chunk = groups.FindAll(group => group.All(row => !batch.Stage.Problems.Has(row.Row.Number)));
        if (chunk.Count == 0) return;
        if (await TryAsync(chunk, batch, cancellationToken) is not { } failure) return;
        if (chunk.Count == 1)
        {
            foreach (var row in chunk[0]) batch.Stage.Problems.Add(row.Row.Number, failure);
            return;
        }

        var half = chunk.Count / 2;
        await WritePartsAsync(chunk.GetRange(0, half), batch, cancellationToken);
        await WritePartsAsync(chunk.GetRange(half, chunk.Count - half), batch, cancellationToken);
    }

    private async Task<Failure?> TryAsync(List<IReadOnlyList<PlannedRow>> chunk, Batch batch, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var wasRecorded = batch.IsRecorded;
            try
            {
                var started = clock.GetTimestamp();
                await db.InTransactionAsync(
                    () =>
                    {
                        // From here on others wait.
                        started = clock.GetTimestamp();
                        return WriteChunkAsync(chunk, batch, cancellationToken);
                    },
                    cancellationToken);
                var seconds = clock.GetElapsedTime(started).TotalSeconds;
                ChunkTimes.Record(seconds);
                batch.LongestSeconds = Math.Max(batch.LongestSeconds, seconds);
                db.Forget();
                return null;
            }
            catch (ChunkRefused refused)
            {
                (batch.IsRecorded, var failure) = (wasRecorded, refused.Failure);
                db.Forget();
                return failure;
            }
            catch (DbUpdateException exception) when (attempt < MostTries && (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception)))
            {
                // Somebody else changed the registry in this moment; what they did counts now.
                batch.IsRecorded = wasRecorded;
                db.Forget();
            }
        }
    }

    private async Task<bool> WriteChunkAsync(List<IReadOnlyList<PlannedRow>> chunk, Batch batch, CancellationToken cancellationToken)
    {
        var rows = chunk.SelectMany(group => group).Where(row => row.Action != RowAction.None).ToList();
        var head = await registrar.CountAsync(cancellationToken);
        Record(batch);
        await db.SaveChangesAsync(cancellationToken);

        var changes = rows.FindAll(row => row.Action == RowAction.Change);
        var book = await registrar.OpenAsync(changes.Select(row => row.UnitId), [], batch.EffectiveOn, cancellationToken);
        var recording = registrar.Record();
        foreach (var row in rows.Where(row => row.Action == RowAction.Found)) book.Found(row.ToNewUnit(), recording);
        foreach (var row in changes)
        {
            if (book.Find(row.UnitId) is not { } unit || !unit.Life.Contains(row.Day)) throw new ChunkRefused(chunk, UnitRegistryFailures.UnitNotFound.On("code"));
            row.ApplyTo(unit, recording);
        }

        var touched = rows.Select(row => row.UnitId).ToHashSet();
        if (await derivation.CheckCodesAsync(book, touched, cancellationToken) is { Succeeded: false } taken) throw new ChunkRefused(chunk, taken.Failures[0]);
        var change = RegistryChange.Of(book, touched);
        var derived = await derivation.DeriveAsync(change, cancellationToken);
        if (!derived.Succeeded) throw new ChunkRefused(chunk, derived.Failures[0]);
        await registrar.WriteAsync(change, derived.Value, head, batch.EffectiveOn, cancellationToken);
        return true;
    }

    /// <summary>One audit row for the batch, with its first chunk.</summary>
    private void Record(Batch batch)
    {
        if (batch.IsRecorded)
        {
            db.NotAudited("Further chunks of an import whose audit row was written with the first.");
            return;
        }

        batch.IsRecorded = true;
        db.Audit(new AuditEntry(
            "unit_registry.units_imported", "import_batch", batch.Id.ToString(), null,
            new
            {
                rows = batch.Stage.Count,
                founded = batch.Founded,
                rejected = batch.Stage.Problems.Rows,
                effectiveOn = batch.EffectiveOn,
                hash = batch.Stage.Hash,
            }));
    }

    private sealed class Batch(Guid id, UnitStage stage, DateOnly effectiveOn, int founded)
    {
        internal Guid Id => id;

        internal UnitStage Stage => stage;

        internal DateOnly EffectiveOn => effectiveOn;

        internal int Founded => founded;

        internal bool IsRecorded { get; set; }

        /// <summary>The longest that a transaction of the present chunk took.</summary>
        internal double LongestSeconds { get; set; }
    }

    /// <summary>Undoes a chunk that breaks a rule; it never leaves this class.</summary>
    private sealed class ChunkRefused(List<IReadOnlyList<PlannedRow>> chunk, Failure failure) : Exception
    {
        internal List<IReadOnlyList<PlannedRow>> Chunk => chunk;

        internal Failure Failure => failure;
    }
}
