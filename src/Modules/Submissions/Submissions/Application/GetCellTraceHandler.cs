using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Follows a cell through the history of its submission, up to a version of the sheet.</summary>
internal sealed class GetCellTraceHandler(ISubmissionsDb db, Forms forms, ISender sender) : IQueryHandler<GetCellTrace, CellTrace?>
{
    public async Task<CellTrace?> Handle(GetCellTrace request, CancellationToken cancellationToken)
    {
        var pin = request.Pin;
        var version = await db.SheetVersions.AsNoTracking().Where(v => v.SubmissionId == pin.SubmissionId && v.Number == pin.SheetVersion)
            .Select(v => new { v.CriteriaVersionId }).FirstOrDefaultAsync(cancellationToken);
        var origin = (await sender.Send(new GetSheetOrigins([pin]), cancellationToken)).SingleOrDefault();
        if (version is null || origin is null) return null;
        var layout = (await forms.AllLayoutsAsync(cancellationToken))[version.CriteriaVersionId];
        var place = layout.PlaceOf(request.IndicatorId);
        var steps = await db.Revisions.AsNoTracking().Where(r => r.SubmissionId == pin.SubmissionId).OrderBy(r => r.Number)
            .ToListAsync(cancellationToken);
        var ends = EndOf(steps, pin.SheetVersion);
        return new(
            origin,
            [.. steps.Where(step => step.Number < ends).Select(step => StepOf(step, layout, place, request.Disaggregation)).OfType<CellStep>()],
            await EvidenceAsync(pin.SubmissionId, place, origin.ApprovedAt ?? DateTimeOffset.MaxValue, cancellationToken));
    }

    /// <summary>The revision that hands in the next version of the sheet, or returns this one after its approval: what follows is another story.</summary>
    private static int EndOf(List<Revision> steps, int sheetVersion)
    {
        var handIns = 0;
        var approved = false;
        foreach (var step in steps)
        {
            if (step.Kind == RevisionKind.Submitted && ++handIns > sheetVersion) return step.Number;
            if (handIns < sheetVersion) continue;
            if (approved) return step.Number;
            approved = step.Kind == RevisionKind.Approved;
        }

        return int.MaxValue;
    }

    /// <summary>A change of other cells is none of this cell's story.</summary>
    private static CellStep? StepOf(Revision step, SheetLayout layout, int place, string disaggregation)
    {
        var (before, after) = (Find(step.Before), Find(step.After));
        if (step.Kind == RevisionKind.Changed && after is null) return null;
        return new(step.Number, Enum.TryParse<CellStepKind>(step.Kind.ToString(), out var kind) ? kind : CellStepKind.Other, step.At, step.ById, step.Reason, before, after);

        SheetCell? Find(byte[]? bytes)
        {
            foreach (var cell in bytes is null ? [] : SheetCodec.Read(bytes))
            {
                if (cell.Place == place && cell.Disaggregation == disaggregation)
                    return new(layout.IndicatorAt(place), disaggregation, cell.State, cell.Number, cell.Numerator, cell.Denominator, cell.Text);
            }

            return null;
        }
    }

    private async Task<IReadOnlyList<CellEvidence>> EvidenceAsync(
        Guid submissionId, int place, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var links = db.EvidenceLinks.AsNoTracking().Where(link => link.SubmissionId == submissionId && link.Place == place);
        var files = await db.Evidence.AsNoTracking()
            .Where(file => file.SubmissionId == submissionId && links.Any(link => link.EvidenceId == file.Id))
            .Select(file => new CellEvidence(file.Id, file.FileName, file.Size, file.Hash, file.AddedAt)).ToListAsync(cancellationToken);
        return [.. files.Where(file => file.AddedAt <= until).OrderBy(file => file.AddedAt)];
    }
}
