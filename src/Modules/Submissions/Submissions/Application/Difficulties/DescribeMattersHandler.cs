using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>Answers what meetings ask about difficulties and proposals.</summary>
internal sealed class DescribeMattersHandler(ISubmissionsDb db)
    : IQueryHandler<DescribeMatters, IReadOnlyList<Matter>>, IQueryHandler<ListMattersOfMeeting, IReadOnlyList<Matter>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<Matter>> Handle(DescribeMatters request, CancellationToken cancellationToken)
    {
        var found = new List<Matter>();
        foreach (var ids in request.MatterIds.Distinct().Chunk(Most))
            found.AddRange(await ReadAsync(db.Difficulties.AsNoTracking().Where(d => ids.Contains(d.Id)), cancellationToken));
        return found;
    }

    public Task<IReadOnlyList<Matter>> Handle(ListMattersOfMeeting request, CancellationToken cancellationToken) =>
        ReadAsync(db.Difficulties.AsNoTracking().Where(d => d.MeetingId == request.MeetingId), cancellationToken);

    private async Task<IReadOnlyList<Matter>> ReadAsync(IQueryable<Difficulty> difficulties, CancellationToken cancellationToken)
    {
        var rows = await (
            from d in difficulties
            join t in db.Themes.AsNoTracking() on d.ThemeId equals t.Id into themes
            from t in themes.DefaultIfEmpty()
            orderby d.RaisedAt, d.UnitCode, d.Number
            select new { Difficulty = d, Theme = t == null ? null : t.Name }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Matter(
            row.Difficulty.Id, row.Difficulty.Code, SnakeCase.Of(row.Difficulty.Kind), row.Difficulty.Text, row.Difficulty.UnitId,
            row.Difficulty.RaisedOn, SnakeCase.Of(row.Difficulty.State), row.Theme))];
    }
}
