using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>Evidence that is no file of its own: a link, a piece used again, the signed scan that follows.</summary>
internal sealed class EvidenceKindsTests(string database) : OfficeTest(database)
{
    [TestCase("http://example.org/a")]
    [TestCase("javascript:alert(1)")]
    [TestCase("https://ten:mat-khau@example.org/a")]
    [TestCase("https://")]
    [TestCase("../a")]
    public async Task A_link_leads_to_a_page_over_https(string address)
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        (await LinkAsync(submission.Id, address)).Failures.Single().Code.ShouldBe("submissions.evidence_no_https");
    }

    [Test]
    public async Task A_link_supports_values_is_opened_by_its_address_and_is_used_again_like_a_file()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var details = new EvidenceDetails(" 12/QĐ ", new DateOnly(2026, 1, 5), null, EvidenceConfidentiality.Ordinary);
        var id = Require(await LinkAsync(submission.Id, "https://vanban.example.org/12 a", details));
        Require(await Send(new OpenEvidence(id), Reviewer)).Address.ShouldBe("https://vanban.example.org/12%20a");
        var piece = (await BookAsync(submission.Id)).Pieces.Single();
        (piece.Evidence.Type, piece.Evidence.DocumentNumber, piece.Evidence.FileName, piece.Places.Count).ShouldBe((EvidenceType.Link, "12/QĐ", "Quyết định", 1));

        var next = await FindAsync(await OpenAsync(), Office.School);
        var known = (await BookAsync(next.Id)).Known.Single(known => known.Evidence.Id == id);
        Require(await Send(new UseEvidence(known.Evidence.Id, next.Id, [Office.Plan.Id]), Clerk));
        var used = (await BookAsync(next.Id)).Pieces.Single();
        (used.Evidence.Address, used.Evidence.Type).ShouldBe((piece.Evidence.Address, EvidenceType.Link));
        (await Send(new GetEvidence(next.Id), Reviewer)).Value.Known.ShouldBeEmpty("who only reads is offered nothing");
    }

    [Test]
    public async Task A_signed_scan_follows_what_was_handed_in_and_a_changed_figure_makes_it_stale()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        (await ScanAsync(submission.Id)).Failures.Single().Code.ShouldBe("submissions.evidence_nothing_signed");
        await SubmittedAsync(period);
        (await ScanAsync(submission.Id, "bao-cao.docx")).Failures.ShouldNotBeEmpty();
        var id = Require(await ScanAsync(submission.Id));
        (await ScanOf(submission.Id)).IsStale.ShouldBeFalse();
        var other = await FindAsync(await OpenAsync(), Office.School);
        (await Send(new UseEvidence(id, other.Id, []), Clerk)).Failures.Single().Code.ShouldBe("submissions.evidence_scan_of_one_report");
        (await BookAsync(other.Id)).Known.ShouldNotContain(known => known.Evidence.Id == id);

        Require(await Send(new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Kiểm tra lại")], EntrySource.Web), Reviewer));
        (await ScanOf(submission.Id)).IsStale.ShouldBeFalse("a return changes no figure");
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(5) with { Entry = new RawEntry(null, 5, Comment: "đã rà soát") }));
        (await ScanOf(submission.Id)).IsStale.ShouldBeFalse("a comment is no figure");
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(6)));
        (await ScanOf(submission.Id)).IsStale.ShouldBeTrue();
        (await Send(new GetSubmission(submission.Id), Reviewer)).Value.Evidence.Single().IsStale.ShouldBeTrue("the reviewer sees it too");
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(5)));
        (await ScanOf(submission.Id)).IsStale.ShouldBeFalse("what was signed is what the system says again");
    }

    private async Task<EvidenceView> ScanOf(Guid submissionId) => (await BookAsync(submissionId)).Pieces.Single(piece => piece.Evidence.Type == EvidenceType.SignedScan);

    private async Task<EvidenceBook> BookAsync(Guid submissionId) => Require(await Send(new GetEvidence(submissionId), Clerk));

    private Task<Result<Guid>> LinkAsync(Guid submissionId, string address, EvidenceDetails? details = null) =>
        Send(new LinkEvidence(submissionId, [Office.Events.Id], address, " Quyết định ", details), Clerk);

    private Task<Result<Guid>> ScanAsync(Guid submissionId, string name = "ban-ky.pdf") =>
        Send(new AttachEvidence(submissionId, [], name, new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()), IsSignedScan: true), Clerk);
}
