using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Import;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>Tests in the office. They share its database, so each takes a period of its own.</summary>
internal abstract class OfficeTest(string database) : CityTest(database)
{
    private static int _next;

    private protected Office Office { get; } = new();

    private protected Caller Clerk { get; private set; } = Caller.Anonymous;

    private protected Caller Colleague { get; private set; } = Caller.Anonymous;

    private protected Caller Reviewer { get; private set; } = Caller.Anonymous;

    private protected Caller Importer { get; private set; } = Caller.Anonymous;

    protected override void Configure(IServiceCollection services) => Office.Register(services);

    protected override async Task PrepareAsync()
    {
        Clerk = Callers.Of(Office.School, "submissions.read", "submissions.report");
        Colleague = Callers.Of(Office.School, "submissions.read", "submissions.report");
        Reviewer = Callers.Of(Office.Ward, "submissions.read", "submissions.review");
        Importer = Callers.Of(Office.Ward, "submissions.read", "submissions.report", "submissions.import");
        await City.UseAsync<IServiceProvider, int>(async services =>
        {
            var places = new WhenUnitsChanged(services.GetRequiredService<ISubmissionsDb>(), services.GetRequiredService<ISender>());
            await places.Handle(
                new UnitsChanged(Ids.New(), [Office.Department, Office.Ward, Office.School, Office.OtherSchool], new DateOnly(2020, 1, 1)),
                CancellationToken.None);
            return 0;
        });
    }

    /// <summary>A period of its own, open on the morning of its due date.</summary>
    private protected async Task<Period> OpenAsync(Guid? previousId = null)
    {
        var period = Office.Open($"P{Interlocked.Increment(ref _next)}", new DateOnly(2026, 6, 30), previousId);
        City.Clock.Show(CityTime.At(new DateOnly(2026, 6, 30), new TimeOnly(9, 0)));
        await City.UseAsync<OpenSubmissions, int>(async open =>
        {
            await open.RunAsync(period.Id, CancellationToken.None);
            return 0;
        });
        return period;
    }

    private protected Task<Submission> FindAsync(Period period, Guid unitId) => City.UseAsync<ISubmissionsDb, Submission>(
        db => db.Submissions.AsNoTracking().FirstAsync(s => s.PeriodId == period.Id && s.UnitId == unitId));

    private protected Task<List<Revision>> HistoryAsync(Guid submissionId) => City.UseAsync<ISubmissionsDb, List<Revision>>(
        db => db.Revisions.AsNoTracking().Where(r => r.SubmissionId == submissionId).OrderBy(r => r.Number).ToListAsync());

    private protected Task<IReadOnlyList<PackedCell>> CellsAsync(Guid submissionId) =>
        City.UseAsync<ISubmissionsDb, IReadOnlyList<PackedCell>>(async db => WorkingSheet.Read(
            await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submissionId).Select(s => s.Bytes).FirstOrDefaultAsync()).Cells);

    private protected Task<Result<SavedCells>> SaveAsync(Caller caller, Guid submissionId, params CellSave[] cells) =>
        Send(new SaveCells(submissionId, cells, EntrySource.Web), caller);

    private protected CellSave EventsCell(int value, int? seen = null) => new(Office.Events.Id, "", seen, new RawEntry(null, value));

    /// <summary>Every cell of a school.</summary>
    private protected CellSave[] AllCells(int events = 5) =>
    [
        EventsCell(events),
        new(Office.Budget.Id, "", null, new RawEntry(null, 12.5m)),
        new(Office.Literacy.Id, "", null, new RawEntry(null, Numerator: 98, Denominator: Office.Population is null ? 100 : null)),
        new(Office.Plan.Id, "", null, new RawEntry(null, 1)),
        new(Office.Rank.Id, "", null, new RawEntry(CellState.NotApplicable)),
    ];

    /// <summary>A school's submission, filled in and handed in by its clerk.</summary>
    private protected async Task<Submission> SubmittedAsync(Period period, int events = 5)
    {
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells(events)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        return await FindAsync(period, Office.School);
    }

    private protected Task<Result<ImportReport>> ImportAsync(
        string json, bool dryRun = false, bool atomic = false, bool submit = false, Caller? caller = null) => Send(
        new ImportValues(
            (stage, most, cancellationToken) => new JsonRows(stage, most).ReadAsync(
                PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json))), cancellationToken),
            dryRun, atomic, submit),
        caller ?? Importer);

    private protected static void Require(Result result) => result.Failures.Select(failure => failure.Code).ShouldBeEmpty();

    private protected static T Require<T>(Result<T> result)
    {
        result.Failures.Select(failure => failure.Code).ShouldBeEmpty();
        return result.Value;
    }
}
