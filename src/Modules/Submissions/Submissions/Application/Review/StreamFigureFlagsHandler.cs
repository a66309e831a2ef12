using System.Runtime.CompilerServices;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>Judges the approved sheets of a period by the reviewers' own rules, some hundred reports at a time.</summary>
internal sealed class StreamFigureFlagsHandler(ISubmissionsDb db, Forms forms, FlagReader flags) : IStreamQueryHandler<StreamFigureFlags, FigureFlag>
{
    private const int AtOnce = 500;

    public async IAsyncEnumerable<FigureFlag> Handle(StreamFigureFlags request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var counting = await db.SheetVersions.AsNoTracking().Where(v => v.PeriodId == request.PeriodId && v.Counts)
            .Select(v => v.SubmissionId).ToListAsync(cancellationToken);
        foreach (var some in counting.Distinct().Chunk(AtOnce))
        {
            var submissions = await db.Submissions.AsNoTracking().Where(s => some.Contains(s.Id)).ToListAsync(cancellationToken);
            var sheets = await db.SheetVersions.AsNoTracking().Where(v => some.Contains(v.SubmissionId) && v.Counts)
                .Select(v => new { v.SubmissionId, v.Bytes }).ToDictionaryAsync(v => v.SubmissionId, v => v.Bytes, cancellationToken);
            var book = await flags.LoadAsync(request.PeriodId, submissions, cancellationToken);
            foreach (var submission in submissions.Where(s => sheets.ContainsKey(s.Id)))
            {
                var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
                foreach (var flag in Judge(book, submission, form, WorkingSheet.Read(sheets[submission.Id]))) yield return flag;
            }
        }
    }

    private static IEnumerable<FigureFlag> Judge(FlagBook book, Submission submission, Form form, WorkingSheet sheet)
    {
        var (same, compared, first) = (0, 0, -1);
        foreach (var (place, judgement) in book.Judge(submission, form, sheet).OrderBy(judged => judged.Key))
        {
            var (indicator, now) = (form.At(place), sheet.Find(place, ""));
            foreach (var flag in Flags(judgement))
            {
                yield return flag(new FigureFlag(submission.Id, submission.UnitId, indicator.Id, default)
                {
                    Value = SoftRules.Figure(indicator, now),
                    Before = judgement.Before is { } past ? SoftRules.Figure(indicator, past) : null,
                });
            }

            if (judgement.Before is not { } before || CopyForward.IsSame(indicator, now, before) is not { } repeats) continue;
            compared++;
            if (!repeats) continue;
            same++;
            if (first < 0) first = place;
        }

        if (CopyForward.IsConspicuous(same, compared))
        {
            yield return new FigureFlag(submission.Id, submission.UnitId, form.At(first).Id, FigureFlagKind.Copied) { Same = same, Count = compared };
        }
    }

    private static IEnumerable<Func<FigureFlag, FigureFlag>> Flags(CellJudgement judgement)
    {
        if (judgement.Flags.HasFlag(FlagKind.Change))
            yield return flag => flag with { Kind = FigureFlagKind.Change, Change = judgement.Change };
        if (judgement.Flags.HasFlag(FlagKind.History))
        {
            yield return flag => flag with
            {
                Kind = FigureFlagKind.History,
                Score = judgement.HistoryScore,
                Median = judgement.History!.Median,
                Count = judgement.History.Count,
            };
        }

        if (judgement.Flags.HasFlag(FlagKind.Peers))
        {
            yield return flag => flag with
            {
                Kind = FigureFlagKind.Peers,
                Score = judgement.PeersScore,
                Median = judgement.Peers!.Spread.Median,
                Count = judgement.Peers.Spread.Count,
            };
        }

        if (judgement.Flags.HasFlag(FlagKind.Lost)) yield return flag => flag with { Kind = FigureFlagKind.Lost };
        if (judgement.Flags.HasFlag(FlagKind.Rule)) yield return flag => flag with { Kind = FigureFlagKind.Rule };
    }
}
