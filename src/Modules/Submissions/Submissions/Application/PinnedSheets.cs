using System.Runtime.CompilerServices;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Lists the sheets of a period that count, in one statement.</summary>
internal sealed class ListSheetPinsHandler(ISubmissionsDb db) : IQueryHandler<ListSheetPins, IReadOnlyList<SheetPin>>
{
    public async Task<IReadOnlyList<SheetPin>> Handle(ListSheetPins request, CancellationToken cancellationToken) =>
        await db.SheetVersions.AsNoTracking().Where(v => v.PeriodId == request.PeriodId && v.Counts)
            .Select(v => new SheetPin(v.SubmissionId, v.Number)).ToListAsync(cancellationToken);
}

/// <summary>Streams versions of sheets by their names.</summary>
internal sealed class StreamPinnedSheetsHandler(ISubmissionsDb db, Forms forms) : IStreamQueryHandler<StreamPinnedSheets, PackedSheet>
{
    /// <summary>Fewer than the parameters that any of the databases takes.</summary>
    private const int AtOnce = 500;

    public async IAsyncEnumerable<PackedSheet> Handle(
        StreamPinnedSheets request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var layouts = await forms.AllLayoutsAsync(cancellationToken);
        foreach (var some in request.Pins.Chunk(AtOnce))
        {
            // A submission has few versions: those that were not asked for are left out here.
            var wanted = some.ToHashSet();
            var ids = some.Select(pin => pin.SubmissionId).Distinct().ToArray();
            var versions = db.SheetVersions.AsNoTracking().Where(v => ids.Contains(v.SubmissionId));
            foreach (var row in await StreamPackedSheetsHandler.Packed(versions).ToListAsync(cancellationToken))
            {
                if (wanted.Contains(new SheetPin(row.SubmissionId, row.Number))) yield return row.Pack(layouts);
            }
        }
    }
}

/// <summary>Tells who handed sheets in and why, and who approved them.</summary>
internal sealed class GetSheetOriginsHandler(ISubmissionsDb db) : IQueryHandler<GetSheetOrigins, IReadOnlyList<SheetOrigin>>
{
    private const int AtOnce = 500;

    public async Task<IReadOnlyList<SheetOrigin>> Handle(GetSheetOrigins request, CancellationToken cancellationToken)
    {
        var origins = new List<SheetOrigin>(request.Pins.Count);
        foreach (var some in request.Pins.Chunk(AtOnce))
        {
            var ids = some.Select(pin => pin.SubmissionId).Distinct().ToArray();
            var versions = (await db.SheetVersions.AsNoTracking().Where(v => ids.Contains(v.SubmissionId))
                .Select(v => new Handed(v.SubmissionId, v.Number, v.RecordedAt, v.RecordedBy)).ToListAsync(cancellationToken))
                .ToLookup(version => version.SubmissionId);
            var revisions = (await db.Revisions.AsNoTracking().Where(r => ids.Contains(r.SubmissionId))
                .Select(r => new Step(r.SubmissionId, r.Number, r.Kind, r.At, r.ById, r.Reason)).ToListAsync(cancellationToken))
                .ToLookup(revision => revision.SubmissionId);
            origins.AddRange(some.Select(pin => OriginOf(pin, [.. versions[pin.SubmissionId]], revisions[pin.SubmissionId])).OfType<SheetOrigin>());
        }

        return origins;
    }

    private static SheetOrigin? OriginOf(SheetPin pin, List<Handed> versions, IEnumerable<Step> revisions)
    {
        if (versions.Find(version => version.Number == pin.SheetVersion) is not { } handed) return null;

        // The history has one step for each hand-in: between two of them lie the reasons for what is different, and an approval comes
        // before the next one.
        var steps = revisions.OrderBy(step => step.Number).ToList();
        var handIns = steps.FindAll(step => step.Kind == RevisionKind.Submitted);
        var before = NumberOf(pin.SheetVersion - 1) ?? 0;
        var own = NumberOf(pin.SheetVersion) ?? 0;
        var next = NumberOf(pin.SheetVersion + 1) ?? int.MaxValue;
        var approval = steps.FindLast(step => step.Kind == RevisionKind.Approved && step.Number > own && step.Number < next);
        var reasons = steps
            .Where(step => step.Reason is { Length: > 0 } && step.Kind != RevisionKind.Approved && step.Number > before && step.Number <= own)
            .Select(step => step.Reason!).Distinct().ToList();
        return new(pin, handed.At, handed.By, approval?.At, approval?.By, reasons.Count == 0 ? null : string.Join(" · ", reasons));

        int? NumberOf(int version) => version >= 1 && version <= handIns.Count ? handIns[version - 1].Number : null;
    }

    private sealed record Handed(Guid SubmissionId, int Number, DateTimeOffset At, Guid By);

    private sealed record Step(Guid SubmissionId, int Number, RevisionKind Kind, DateTimeOffset At, Guid By, string? Reason);
}
