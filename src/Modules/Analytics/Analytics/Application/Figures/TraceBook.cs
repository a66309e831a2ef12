using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>Codes that this host knows to be written down.</summary>
internal sealed class KnownTraces
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<string, byte> _codes = new();

    internal bool Has(string code) => _codes.ContainsKey(code);

    internal void Add(string code)
    {
        if (_codes.Count >= Most) _codes.Clear();
        _codes.TryAdd(code, 0);
    }
}

/// <summary>Writes down what codes name, when they are first shown.</summary>
internal sealed class TraceBook(IAnalyticsDb db, KnownTraces known)
{
    private const int AtOnce = 500;

    /// <summary>Makes sure that the codes of these figures can be followed.</summary>
    internal async Task EnterAsync(
        UnitStates states, IEnumerable<(Guid UnitId, int Column)> figures, CancellationToken cancellationToken)
    {
        var unknown = figures
            .Select(figure => states.Trace(figure.UnitId, figure.Column))
            .DistinctBy(figure => figure.Code).Where(figure => !known.Has(figure.Code)).ToList();
        foreach (var some in unknown.Chunk(AtOnce))
        {
            var codes = some.Select(figure => figure.Code).ToList();
            var written = await db.TracedFigures.AsNoTracking().Where(figure => codes.Contains(figure.Code))
                .Select(figure => figure.Code).ToListAsync(cancellationToken);
            try
            {
                await db.BulkInsertAsync(some.Where(figure => !written.Contains(figure.Code)), cancellationToken);
            }
            catch (System.Data.Common.DbException)
            {
                // Another request shows the same figures for the first time at this moment and wrote them down; if not, the next one will.
                continue;
            }

            foreach (var code in codes) known.Add(code);
        }
    }
}
