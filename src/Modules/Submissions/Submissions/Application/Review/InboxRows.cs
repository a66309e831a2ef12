using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>What waits for the bodies that the caller reviews for.</summary>
internal sealed class InboxRows(ISubmissionsDb db, ICurrentUser user, RowNames rowNames, Names names, TimeProvider clock)
{
    /// <summary>What was handed in and not decided.</summary>
    internal IQueryable<Submission> Waiting(InboxOwner owner = InboxOwner.Anybody)
    {
        var waiting = OfBodies(db.Submissions.AsNoTracking().Where(s => s.State == SubmissionState.Submitted));
        return owner switch
        {
            InboxOwner.Mine => waiting.Where(s => Mine().Any(share =>
                share.BodyId == s.ReviewerUnitId && db.ReviewShareUnits.Any(unit => unit.ShareId == share.Id && unit.UnitId == s.UnitId))),
            InboxOwner.Nobody => waiting.Where(s => !db.ReviewShares.Any(share => share.EndedAt == null && share.BodyId == s.ReviewerUnitId
                && db.ReviewShareUnits.Any(unit => unit.ShareId == share.Id && unit.UnitId == s.UnitId))),
            _ => waiting,
        };
    }

    /// <summary>Keeps of some submissions those that the caller reviews.</summary>
    internal IQueryable<Submission> OfBodies(IQueryable<Submission> submissions)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReviewCode);
        if (scope.Everywhere) return submissions;
        var bodies = scope.UnitIds;
        return submissions.Where(s => bodies.Contains(s.ReviewerUnitId));
    }

    /// <summary>Whether the work of one of the caller's bodies is shared out.</summary>
    internal Task<bool> IsSharedAsync(CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReviewCode);
        var bodies = scope.UnitIds;
        return db.ReviewShares.AnyAsync(
            share => share.EndedAt == null && (scope.Everywhere || bodies.Contains(share.BodyId)), cancellationToken);
    }

    /// <summary>Shares that are the caller's work today: their own, and those of officers whom they stand in for.</summary>
    internal IQueryable<ReviewShare> Mine()
    {
        var me = user.Id;
        var today = CityTime.Today(clock);
        return db.ReviewShares.AsNoTracking().Where(share => share.EndedAt == null && (share.OfficerId == me
            || db.ReviewDelegations.Any(d => d.BodyId == share.BodyId && d.FromOfficerId == share.OfficerId && d.ToOfficerId == me
                && d.RevokedAt == null && d.FromDay <= today && d.ToDay >= today)));
    }

    internal static IQueryable<Submission> Narrow(IQueryable<Submission> waiting, InboxFilter filter) => filter switch
    {
        InboxFilter.Warnings => waiting.Where(s => s.Warnings > 0),
        InboxFilter.Late => waiting.Where(s => s.IsLate),
        InboxFilter.Answered => waiting.Where(s => s.ReturnRounds > 0),
        InboxFilter.Plain => waiting.Where(s => s.Warnings == 0 && s.ReturnRounds == 0),
        _ => waiting,
    };

    /// <summary>What is risky comes first, not what is newest; of two alike, what waits longer.</summary>
    internal static IQueryable<Submission> InOrder(IQueryable<Submission> waiting) =>
        waiting.OrderByDescending(s => s.Risk).ThenBy(s => s.SubmittedAt).ThenBy(s => s.Sequence);

    /// <summary>A page of rows with their names, in a fixed number of questions however many there are.</summary>
    internal async Task<IReadOnlyList<ReviewRow>> ReadAsync(IQueryable<Submission> some, CancellationToken cancellationToken)
    {
        var me = user.Id;
        var rows = await (
            from s in some
            join sheet in db.Sheets.AsNoTracking() on s.Id equals sheet.SubmissionId into sheets
            from sheet in sheets.DefaultIfEmpty()
            select new ReviewRow(
                new SubmissionRow(
                    s.Id, s.Sequence, s.Version, s.State, s.IsLate, s.UnitId, s.PeriodId, s.CriteriaVersionId, s.SetCode, s.ReviewerUnitId,
                    s.DueOn, s.SubmittedAt, sheet == null ? 0 : sheet.FilledCells, s.OwedCells, s.Warnings, s.ReturnRounds, s.OpenReturns),
                s.Risk, s.ChangedCells, s.ReviewStartedBy, s.OpenedAtVersion, s.ReturnRounds > 0 && s.DecidedBy == me, s.OnBehalfByUnitId != null))
            .ToListAsync(cancellationToken);
        var named = (await rowNames.FillAsync([.. rows.Select(row => row.Submission)], cancellationToken)).ToDictionary(row => row.Id);
        var openers = await names.ActorsAsync(rows.Where(row => row.OpenedBy is not null).Select(row => row.OpenedBy!.Value), cancellationToken);
        return
        [
            .. rows
                .Select(row => row with
                {
                    Submission = named[row.Submission.Id],
                    OpenedByName = row.OpenedBy is { } opener ? openers.GetValueOrDefault(opener) : null,
                })
                .OrderByDescending(row => row.Risk).ThenBy(row => row.Submission.SubmittedAt).ThenBy(row => row.Submission.Sequence),
        ];
    }
}
