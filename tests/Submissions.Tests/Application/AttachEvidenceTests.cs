using System.IO.Compression;
using LearningCity.Submissions.Application;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application;

internal sealed class AttachEvidenceTests(string database) : OfficeTest(database)
{
    private static readonly byte[] Pdf = "%PDF-1.4\n%âãÏÓ\ntrailer"u8.ToArray();

    [Test]
    public async Task A_file_is_stored_once_by_its_content_and_comes_back_whole()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var first = Require(await AttachAsync(submission.Id, "ke-hoach.pdf", Pdf));
        Require(await AttachAsync(submission.Id, "Kế hoạch.PDF", Pdf));
        var file = Require(await Send(new OpenEvidence(first), Clerk));
        using var copy = new MemoryStream();
        await using (file.Content) await file.Content.CopyToAsync(copy);
        copy.ToArray().ShouldBe(Pdf);
        (file.MediaType, file.FileName).ShouldBe(("application/pdf", "ke-hoach.pdf"));
        var folder = Path.Combine(Database.Folder, "evidence");
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(path => path.Contains(file.Hash)).ShouldBe(1);
        Directory.EnumerateFiles(Path.Combine(folder, "incoming")).ShouldBeEmpty();
    }

    [Test]
    public async Task A_program_in_a_documents_clothes_is_refused()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        (await AttachAsync(submission.Id, "ke-hoach.pdf", "MZ\0\0 not a document"u8.ToArray())).Failures[0].Code
            .ShouldBe("submissions.evidence_wrong_type");
        (await AttachAsync(submission.Id, "ke-hoach.docx", Pdf)).Failures[0].Code.ShouldBe("submissions.evidence_wrong_name");
        (await AttachAsync(submission.Id, "rong.pdf", [])).Failures[0].Code.ShouldBe("submissions.evidence_empty");
        (await AttachAsync(submission.Id, "ke-hoach.docx", Zip("evil.bin"))).Failures[0].Code.ShouldBe("submissions.evidence_wrong_type");
        Require(await AttachAsync(submission.Id, "ke-hoach.docx", Zip("word/document.xml")));
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var large = new byte[AttachEvidence.LargestFile + 1];
        Pdf.CopyTo(large, 0);
        (await AttachAsync(submission.Id, "lon.pdf", large)).Failures[0].Code.ShouldBe("submissions.evidence_too_large");
        Directory.EnumerateFiles(Path.Combine(Database.Folder, "evidence", "incoming")).ShouldBeEmpty();
    }

    [Test]
    public async Task Only_who_may_see_the_submission_may_download()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var evidence = Require(await AttachAsync(submission.Id, "ke-hoach.pdf", Pdf));
        var stranger = Callers.Of(Office.OtherSchool, "submissions.read");
        (await Send(new OpenEvidence(evidence), stranger)).Failures[0].Code.ShouldBe("platform.not_allowed");
        await Require(await Send(new OpenEvidence(evidence), Reviewer)).Content.DisposeAsync();
    }

    private Task<BuildingBlocks.Results.Result<Guid>> AttachAsync(Guid submissionId, string name, byte[] content) =>
        Send(new AttachEvidence(submissionId, [Office.Plan.Id], name, new MemoryStream(content)), Clerk);

    private static byte[] Zip(string entry)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var content = archive.CreateEntry(entry).Open()) content.Write("<x/>"u8);
        return bytes.ToArray();
    }
}
