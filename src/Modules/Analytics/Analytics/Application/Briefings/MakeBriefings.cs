using System.Security.Cryptography;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Makes the briefings that are due; each is claimed by one host, and kept only if nobody else made it meanwhile.</summary>
internal sealed record MakeBriefings : ICommand<MakeOutcome>;

/// <summary>What the maker did.</summary>
/// <param name="Made">Briefings that were made.</param>
/// <param name="Waiting">Briefings that are due and still wait: for a browser, for another host, for figures.</param>
internal sealed record MakeOutcome(int Made, int Waiting);

internal sealed partial class MakeBriefingsHandler(
    IAnalyticsDb db, IBriefingPaper paper, IPdfPrinter printer, Claims claims, ISender sender, Guardian guardian, TimeProvider clock,
    ILogger<MakeBriefingsHandler> logger)
    : ICommandHandler<MakeBriefings, MakeOutcome>
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan UntilBrowser = TimeSpan.FromMinutes(1);

    public async Task<Result<MakeOutcome>> Handle(MakeBriefings request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Brief);
        if (!allowed.Succeeded) return allowed;
        var now = clock.GetUtcNow();
        var due = await db.Briefings.AsNoTracking()
            .Where(briefing => briefing.State == BriefingState.Waiting && briefing.DueAt <= now)
            .OrderBy(briefing => briefing.RequestedAt).Select(briefing => briefing.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (due.Count == 0) return new MakeOutcome(0, 0);

        // A briefing shows what is approved by now, not what the folder has got to.
        await sender.Send(new FoldRollups(), cancellationToken);
        var made = 0;
        foreach (var id in due)
        {
            var claim = $"analytics.briefing/{id:N}";
            if (!await claims.TryTakeAsync(claim, Lease, cancellationToken)) continue;
            try
            {
                if (await MakeAsync(id, cancellationToken)) made++;
            }
            finally
            {
                await claims.ReleaseAsync(claim, CancellationToken.None);
            }
        }

        return new MakeOutcome(made, due.Count - made);
    }

    private async Task<bool> MakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var briefing = await db.Briefings.SingleAsync(b => b.Id == id, cancellationToken);
        if (!briefing.IsDue(clock.GetUtcNow())) return false;
        if (!printer.IsAvailable)
        {
            // Not an attempt: whoever installs the browser finds the briefing made a minute later.
            briefing.DueAt = clock.GetUtcNow() + UntilBrowser;
            briefing.Error = AnalyticsFailures.BrowserMissing.Code;
            await SaveAsync(briefing, null, cancellationToken);
            return false;
        }

        byte[]? file = null;
        try
        {
            var printed = await printer.PrintAsync(await paper.DrawAsync(briefing, cancellationToken), cancellationToken);
            if (printed.Succeeded) file = printed.Value;
            else briefing.Fail(clock.GetUtcNow(), printed.Failures[0].Code);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(exception, id);
            briefing.Fail(clock.GetUtcNow(), exception.Message);
        }

        if (file is not null)
            briefing.Make(clock.GetUtcNow(), Convert.ToHexStringLower(SHA256.HashData(file)), file.Length, PdfPages.Count(file));
        return await SaveAsync(briefing, file, cancellationToken) && file is not null;
    }

    /// <summary>Keeps the outcome. The file's key is the briefing's: should a lease have run out, only the first file is kept.</summary>
    private async Task<bool> SaveAsync(Briefing briefing, byte[]? file, CancellationToken cancellationToken)
    {
        var kept = file is null ? null : db.BriefingFiles.Add(new BriefingFile { BriefingId = briefing.Id, Content = file });
        if (file is null) db.NotAudited("An attempt that failed is on the briefing itself.");
        else db.Audit(new AuditEntry("analytics.make_briefing", "briefing", briefing.Id.ToString(), briefing.RootUnitId, new { briefing.Sha256 }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception) && kept is not null)
        {
            kept.State = EntityState.Detached;
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Briefing {Id} could not be made; it will be tried again")]
    private partial void Failed(Exception exception, Guid id);
}
