using System.Runtime.CompilerServices;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Streams the approved sheets of a period as they are stored.</summary>
internal sealed class StreamPackedSheetsHandler(ISubmissionsDb db, Forms forms) : IStreamQueryHandler<StreamPackedSheets, PackedSheet>
{
    public async IAsyncEnumerable<PackedSheet> Handle(
        StreamPackedSheets request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var layouts = await forms.AllLayoutsAsync(cancellationToken);
        var counting = db.SheetVersions.AsNoTracking().Where(v => v.PeriodId == request.PeriodId && v.Counts);
        await foreach (var row in Packed(counting).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row.Pack(layouts);
    }

    internal static IQueryable<SheetRow> Packed(IQueryable<SheetVersion> versions) =>
        versions.Select(v => new SheetRow(v.SubmissionId, v.UnitId, v.Number, v.CriteriaVersionId, v.Bytes));
}

/// <summary>A stored sheet before its layout is known.</summary>
internal sealed record SheetRow(Guid SubmissionId, Guid UnitId, int Number, Guid CriteriaVersionId, byte[] Bytes)
{
    internal PackedSheet Pack(IReadOnlyDictionary<Guid, SheetLayout> layouts) =>
        new(SubmissionId, UnitId, Number, layouts[CriteriaVersionId], Bytes);
}

/// <summary>Streams the approved sheets of a period for strangers.</summary>
internal sealed class StreamApprovedSheetsHandler(ISubmissionsDb db, Forms forms) : IStreamQueryHandler<StreamApprovedSheets, Sheet>
{
    public async IAsyncEnumerable<Sheet> Handle(
        StreamApprovedSheets request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var packed = new StreamPackedSheetsHandler(db, forms).Handle(new StreamPackedSheets(request.PeriodId), cancellationToken);
        await foreach (var sheet in packed.WithCancellation(cancellationToken)) yield return sheet.Unpack(request.PeriodId);
    }
}

/// <summary>The approved sheets of some units.</summary>
internal sealed class GetApprovedSheetsHandler(ISubmissionsDb db, Forms forms) : IQueryHandler<GetApprovedSheets, IReadOnlyList<Sheet>>
{
    /// <summary>Fewer than the parameters that any of the databases takes.</summary>
    private const int UnitsAtOnce = 500;

    public async Task<IReadOnlyList<Sheet>> Handle(GetApprovedSheets request, CancellationToken cancellationToken)
    {
        var layouts = await forms.AllLayoutsAsync(cancellationToken);
        var sheets = new List<Sheet>(request.UnitIds.Count);
        foreach (var some in request.UnitIds.Distinct().Chunk(UnitsAtOnce))
        {
            var counting = db.SheetVersions.AsNoTracking()
                .Where(v => v.PeriodId == request.PeriodId && v.Counts && some.Contains(v.UnitId));
            var rows = await StreamPackedSheetsHandler.Packed(counting).ToListAsync(cancellationToken);
            sheets.AddRange(rows.Select(row => row.Pack(layouts).Unpack(request.PeriodId)));
        }

        return sheets;
    }
}
