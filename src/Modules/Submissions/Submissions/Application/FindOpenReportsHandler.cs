using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Answers what the registry asks before units end: reports that are not yet approved.</summary>
internal sealed class FindOpenReportsHandler(ISubmissionsDb db) : IQueryHandler<FindOpenReports, IReadOnlyList<OpenReport>>
{
    /// <summary>Databases bound how many parameters one query takes.</summary>
    private const int BatchSize = 500;

    public async Task<IReadOnlyList<OpenReport>> Handle(FindOpenReports request, CancellationToken cancellationToken)
    {
        var found = new List<OpenReport>();
        foreach (var unitIds in request.UnitIds.Distinct().Chunk(BatchSize))
        {
            var rows = await db.Submissions.AsNoTracking()
                .Where(report => unitIds.Contains(report.UnitId) && report.State != SubmissionState.Approved && report.State != SubmissionState.Locked)
                .OrderBy(report => report.Sequence)
                .Select(report => new { report.Id, report.ObligationId, report.UnitId, report.State }).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(row => new OpenReport(row.Id, row.ObligationId, row.UnitId, SnakeCase.Of(row.State))));
        }

        return found;
    }
}
