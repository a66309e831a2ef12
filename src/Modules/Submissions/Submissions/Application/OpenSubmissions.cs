using LearningCity.BuildingBlocks;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>
/// Makes the submissions of a period, one for each obligation, when it opens and not at the first touch: so "not started" is a row like
/// every other state, and lists, reminders and completeness count rows. Obligations that have theirs already are passed over.
/// </summary>
internal sealed class OpenSubmissions(ISubmissionsDb db, ISender sender, Forms forms, TimeProvider clock)
{
    private const int RowsAtOnce = 1000;

    internal async Task RunAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var known = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == periodId)
            .Select(s => s.ObligationId).ToHashSetAsync(cancellationToken);
        var waiting = new List<Submission>(RowsAtOnce);
        var sequence = await FirstFreeAsync(cancellationToken);
        var period = await sender.Send(new GetPeriod(periodId), cancellationToken)
            ?? throw new InvalidOperationException($"There is no period {periodId}.");
        await foreach (var obligation in sender.CreateStream(new StreamObligations(periodId), cancellationToken))
        {
            if (known.Contains(obligation.Id)) continue;
            waiting.Add(await MakeAsync(obligation, period, sequence++, cancellationToken));
            if (waiting.Count < RowsAtOnce) continue;
            await db.BulkInsertAsync(waiting, cancellationToken);
            waiting.Clear();
        }

        if (waiting.Count > 0) await db.BulkInsertAsync(waiting, cancellationToken);
    }

    /// <summary>The clock's ticks, or what follows the greatest number, should the clock have gone back.</summary>
    private async Task<long> FirstFreeAsync(CancellationToken cancellationToken)
    {
        var last = await db.Submissions.AsNoTracking().MaxAsync(s => (long?)s.Sequence, cancellationToken) ?? 0;
        return Math.Max(clock.GetUtcNow().UtcTicks, last + 1);
    }

    private async Task<Submission> MakeAsync(
        Obligation obligation, Period period, long sequence, CancellationToken cancellationToken)
    {
        var form = await forms.GetAsync(obligation.VersionId, cancellationToken);
        var owed = Places.Of(obligation.IndicatorIds.Select(form.Layout.PlaceOf).Where(place => place >= 0), form.Layout.Count);
        var submission = new Submission
        {
            Id = Ids.New(),
            Sequence = sequence,
            ObligationId = obligation.Id,
            PeriodId = obligation.PeriodId,
            UnitId = obligation.UnitId,
            ReferenceOn = period.WindowTo,
            UnitType = obligation.UnitType,
            CriteriaVersionId = obligation.VersionId,
            SetCode = obligation.SetCode,
            ReviewerUnitId = obligation.ReviewerUnitId,
            DueOn = obligation.DueOn,
            Owed = owed,
            OwedCells = Places.Count(owed),
        };
        submission.HandOverTo(obligation.CarriedByUnitId);
        return submission;
    }
}
