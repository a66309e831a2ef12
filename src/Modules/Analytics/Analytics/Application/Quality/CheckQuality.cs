using FluentValidation;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Quality;

/// <summary>Looks through all approved figures of a period for conspicuous ones. Doing it again finds the same ones, and changes nothing.</summary>
/// <param name="Period">Code of the period.</param>
internal sealed record CheckQuality(string Period) : ICommand<QualityCheck>;

internal sealed class CheckQualityValidator : AbstractValidator<CheckQuality>
{
    public CheckQualityValidator() => RuleFor(command => command.Period).RequiredText(40);
}

/// <summary>What a check found.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Found">Conspicuous figures there are.</param>
/// <param name="New">Of these, ones that were not known or were settled about another figure.</param>
/// <param name="Gone">Ones that were known and are there no more.</param>
internal sealed record QualityCheck(string Period, int Found, int New, int Gone);

internal sealed class CheckQualityHandler(IAnalyticsDb db, PeriodFrames frames, Guardian guardian, ISender sender, TimeProvider clock)
    : ICommandHandler<CheckQuality, QualityCheck>
{
    public async Task<Result<QualityCheck>> Handle(CheckQuality request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Quality);
        if (!allowed.Succeeded) return allowed.Failures[0];
        var row = await db.Periods.AsNoTracking().FirstOrDefaultAsync(period => period.PeriodCode == request.Period, cancellationToken);
        if (row is null || await frames.FindCurrentAsync(row.PeriodId, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
        var known = await db.Findings.Where(finding => finding.PeriodId == frame.PeriodId)
            .ToDictionaryAsync(finding => (finding.UnitId, finding.IndicatorId, finding.Kind), cancellationToken);
        var (found, fresh, seen) = (0, 0, new HashSet<(Guid, Guid, FigureFlagKind)>());
        await foreach (var flag in sender.CreateStream(new StreamFigureFlags(frame.PeriodId), cancellationToken))
        {
            var key = (flag.UnitId, flag.IndicatorId, flag.Kind);
            if (frame.Rollup.UnitOf(flag.UnitId) is not (>= 0 and var unit) || frame.Rollup.IndicatorOf(flag.IndicatorId) is not (>= 0 and var indicator)
                || !seen.Add(key)) continue;
            found++;
            if (!known.TryGetValue(key, out var finding))
            {
                finding = db.Findings.Add(new QualityFinding
                {
                    Id = Ids.New(),
                    PeriodId = frame.PeriodId,
                    UnitId = flag.UnitId,
                    IndicatorId = flag.IndicatorId,
                    Kind = flag.Kind,
                    SubmissionId = flag.SubmissionId,
                    UnitCode = frame.Units[unit].Code,
                    IndicatorCode = frame.Indicators[indicator].Code,
                    Key = $"{frame.Indicators[indicator].Code}/{flag.Kind}/{flag.IndicatorId:N}",
                    FoundAt = clock.GetUtcNow(),
                }).Entity;
                finding.Find(flag);
                fresh++;
                continue;
            }

            var settled = finding.State;
            if (finding.Find(flag) && settled != FindingState.Open && finding.State == FindingState.Open) fresh++;
        }

        var gone = known.Where(pair => !seen.Contains(pair.Key) && pair.Value.State != FindingState.Gone).Select(pair => pair.Value).ToList();
        foreach (var finding in gone) finding.Vanish();
        db.Audit(new AuditEntry("analytics.check_quality", "period", frame.PeriodId.ToString(), null, new { found, fresh, gone = gone.Count }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            // Another check, or somebody who settled one of them, was quicker.
            return AnalyticsFailures.Busy;
        }

        return new QualityCheck(frame.Period.Code, found, fresh, gone.Count);
    }
}
