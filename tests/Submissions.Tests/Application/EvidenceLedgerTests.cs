using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Submissions.Tests.Application;

internal sealed class EvidenceLedgerTests(string database) : OfficeTest(database)
{
    private readonly Scanner _scanner = new();

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton<IVirusScanner>(_scanner);
    }

    [Test]
    public async Task A_document_carries_number_dates_and_who_may_open_it()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var details = new EvidenceDetails("12/QĐ-UBND", new DateOnly(2026, 1, 5), new DateOnly(2025, 1, 1), EvidenceConfidentiality.Restricted);
        (await AttachAsync(submission.Id, details)).Failures.Single().Field.ShouldBe("validUntil");
        var id = Require(await AttachAsync(submission.Id, details with { ValidUntil = new DateOnly(2027, 12, 31) }));
        var piece = await City.UseAsync<ISubmissionsDb, Evidence>(db => db.Evidence.AsNoTracking().SingleAsync(e => e.Id == id));
        (piece.DocumentNumber, piece.IssuedOn, piece.ValidUntil, piece.Scan).ShouldBe(
            ("12/QĐ-UBND", new DateOnly(2026, 1, 5), new DateOnly(2027, 12, 31), EvidenceScan.Clean));
        Require(await Send(new OpenEvidence(id), Clerk)).Content.Dispose();
        Require(await Send(new OpenEvidence(id), Reviewer)).Content.Dispose();
        (await Send(new OpenEvidence(id), Callers.Of(Office.Department, "submissions.read"))).Failures.Single().Code.ShouldBe("submissions.evidence_restricted");
    }

    [Test]
    public async Task One_piece_supports_many_values_and_those_of_the_next_period_without_being_sent_again()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var id = Require(await AttachAsync(submission.Id, null));
        Require(await Send(new UseEvidence(id, submission.Id, [Office.Events.Id, Office.Budget.Id]), Clerk)).ShouldBe(id);
        Require(await Send(new UseEvidence(id, submission.Id, [Office.Events.Id]), Clerk)).ShouldBe(id);
        var next = await FindAsync(await OpenAsync(), Office.School);
        var reused = Require(await Send(new UseEvidence(id, next.Id, [Office.Events.Id]), Clerk));
        reused.ShouldNotBe(id);
        Require(await Send(new UseEvidence(id, next.Id, [Office.Plan.Id]), Clerk)).ShouldBe(reused);
        var links = await City.UseAsync<ISubmissionsDb, List<EvidenceLink>>(
            db => db.EvidenceLinks.AsNoTracking().Where(l => l.EvidenceId == id || l.EvidenceId == reused).ToListAsync());
        (links.Count(l => l.EvidenceId == id), links.Count(l => l.EvidenceId == reused)).ShouldBe((2, 2));
        var other = await City.UseAsync<ISubmissionsDb, Submission>(db => db.Submissions.AsNoTracking().FirstAsync(s => s.UnitId == Office.OtherSchool));
        (await Send(new UseEvidence(id, other.Id, []), Callers.Of(Office.OtherSchool, "submissions.report"))).Failures.Single().Code
            .ShouldBe("submissions.evidence_of_another_unit");
    }

    [TestCase(ScanVerdict.Infected, "submissions.evidence_infected")]
    [TestCase(ScanVerdict.Away, "submissions.evidence_scanner_away")]
    [TestCase(ScanVerdict.AwayButTaken, null)]
    public async Task What_the_scanner_finds_is_refused_and_what_it_did_not_see_is_marked(object verdict, string? refusal)
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        _scanner.Verdict = (ScanVerdict)verdict;
        var attached = await AttachAsync(submission.Id, null);
        _scanner.Verdict = ScanVerdict.Clean;
        (attached.Failures is [var refused, ..] ? refused.Code : null).ShouldBe(refusal);
        var pieces = await City.UseAsync<ISubmissionsDb, List<Evidence>>(
            db => db.Evidence.AsNoTracking().Where(e => e.SubmissionId == submission.Id).ToListAsync());
        pieces.Select(piece => piece.Scan).ShouldBe(refusal is null ? [EvidenceScan.NotScanned] : []);
    }

    private Task<BuildingBlocks.Results.Result<Guid>> AttachAsync(Guid submissionId, EvidenceDetails? details) =>
        Send(new AttachEvidence(submissionId, [], "minh-chung.pdf", new MemoryStream("%PDF-1.4\ntrailer"u8.ToArray()), details), Clerk);

    private sealed class Scanner : IVirusScanner
    {
        internal ScanVerdict Verdict { get; set; } = ScanVerdict.Clean;

        public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken) => Task.FromResult(Verdict);
    }
}
