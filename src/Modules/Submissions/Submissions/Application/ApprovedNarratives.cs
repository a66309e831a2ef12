using System.Text.Json;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Reads narratives of the versions that count: later drafts change nothing that was approved.</summary>
internal sealed class GetApprovedNarrativesHandler(ISubmissionsDb db) : IQueryHandler<GetApprovedNarratives, IReadOnlyList<UnitNarrative>>
{
    private const int UnitsAtOnce = 500;

    public async Task<IReadOnlyList<UnitNarrative>> Handle(GetApprovedNarratives request, CancellationToken cancellationToken)
    {
        var narratives = new List<UnitNarrative>();
        foreach (var some in request.UnitIds.Distinct().Chunk(UnitsAtOnce))
        {
            var rows = await db.SheetVersions.AsNoTracking()
                .Where(version => version.PeriodId == request.PeriodId && version.Counts && version.Narrative != null && some.Contains(version.UnitId))
                .Select(version => new { version.SubmissionId, version.UnitId, version.Narrative }).ToListAsync(cancellationToken);
            narratives.AddRange(rows.Select(row => Read(row.SubmissionId, row.UnitId, row.Narrative!)));
        }

        return narratives;
    }

    private static UnitNarrative Read(Guid submissionId, Guid unitId, string json)
    {
        var said = JsonSerializer.Deserialize<Said>(json, Json.Options) ?? new Said(null, null, null, null);
        return new(submissionId, unitId, said.Results ?? "", said.Shortcomings ?? "", said.Causes ?? "", said.NextTasks ?? "");
    }

    private sealed record Said(string? Results, string? Shortcomings, string? Causes, string? NextTasks);
}
