using System.Security.Cryptography;
using LearningCity.Analytics.Application.Templates;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Keeps what became of a document: its files for ever, or why there are none yet; tells whom it is for.</summary>
internal sealed class DocumentKeeper(IAnalyticsDb db, TemplateReader templates, ISender sender, TimeProvider clock)
{
    /// <summary>
    /// Keeps the outcome. The files' key is the document's: should a lease have run out, only the first files are kept. False then.
    /// </summary>
    internal async Task<bool> KeepAsync(Briefing document, string edition, byte[]? pdf, byte[]? word, CancellationToken cancellationToken)
    {
        Track(document);
        document.Edition = edition;
        if (pdf is not null) db.BriefingFiles.Add(new BriefingFile { BriefingId = document.Id, Content = pdf });
        if (word is not null)
            db.WordFiles.Add(new WordFile { DocumentId = document.Id, Content = word, Sha256 = HashOf(word) });
        var first = pdf ?? word ?? throw new ArgumentException("There is nothing to keep.", nameof(pdf));
        document.Make(clock.GetUtcNow(), HashOf(first), first.Length, pdf is null ? 0 : PdfPages.Count(pdf));
        db.Audit(new AuditEntry(
            "analytics.make_briefing", "briefing", document.Id.ToString(), document.RootUnitId, new { document.Kind, document.Sha256 }));
        if (document.Scheduled) await TellAsync(document, cancellationToken);

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            db.Forget();
            return false;
        }
    }

    /// <summary>Keeps that an attempt failed: it is tried again later.</summary>
    internal Task FailAsync(Briefing document, string error, CancellationToken cancellationToken) =>
        NoteAsync(document, () => document.Fail(clock.GetUtcNow(), error), cancellationToken);

    /// <summary>Keeps that something is missing without which no attempt can be made.</summary>
    internal Task PostponeAsync(Briefing document, string error, TimeSpan until, CancellationToken cancellationToken) =>
        NoteAsync(document, () => (document.DueAt, document.Error) = (clock.GetUtcNow() + until, error), cancellationToken);

    private async Task NoteAsync(Briefing document, Action change, CancellationToken cancellationToken)
    {
        Track(document);
        change();
        db.NotAudited("An attempt that failed is on the document itself.");
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Several documents are in hand at once: what became of one must not make the context forget another.</summary>
    private void Track(Briefing document)
    {
        if (db.Briefings.Entry(document).State == EntityState.Detached) db.Briefings.Attach(document);
    }

    /// <summary>Tells the unit's people, and those whom its template names.</summary>
    private async Task TellAsync(Briefing document, CancellationToken cancellationToken)
    {
        var notice = NoticeOf(document);
        db.Publish(notice);
        if (await sender.Send(new GetUnits([document.RootUnitId], document.TreeDate), cancellationToken) is not [var unit]) return;
        var addresses = TemplateContent.Lines((await templates.ReadAsync(unit, cancellationToken)).Content.Mailing);
        if (addresses.Count > 0)
            db.Publish(notice with { EventId = Ids.New(), Permission = AnalyticsPermissions.ReadCode, Addresses = addresses });
    }

    /// <summary>Tells people of the unit, in their inbox and by mail, with a link that opens what they may see.</summary>
    private static NotificationRequested NoticeOf(Briefing document) => new(
        Ids.New(), document.RootUnitId, AnalyticsPermissions.BriefCode,
        new LocalText(
            $"{(document.Kind == DocumentKind.Review ? "Báo cáo sơ kết" : "Báo cáo nhanh")} {document.PeriodCode} đã sẵn sàng",
            $"The {(document.Kind == DocumentKind.Review ? "review report" : "briefing")} of {document.PeriodCode} is ready"),
        new LocalText(
            $"Tài liệu của kỳ {document.PeriodCode} đã được tạo theo lịch. Vui lòng mở liên kết để tải về.",
            $"The document of {document.PeriodCode} was made by schedule. Open the link to download it."),
        document.Kind == DocumentKind.Briefing ? $"/briefings?period={document.PeriodCode}" : $"/reports?period={document.PeriodCode}");

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
