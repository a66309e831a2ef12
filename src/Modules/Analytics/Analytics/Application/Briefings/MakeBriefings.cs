using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>
/// Makes the briefings and other reports that are due; each is claimed by one host, and kept only if nobody else made it meanwhile.
/// </summary>
internal sealed record MakeBriefings : ICommand<MakeOutcome>;

/// <summary>What the maker did.</summary>
/// <param name="Made">Documents that were made.</param>
/// <param name="Waiting">Documents that are due and still wait: for a browser, for another host, for figures.</param>
internal sealed record MakeOutcome(int Made, int Waiting);

internal sealed partial class MakeBriefingsHandler(
    IAnalyticsDb db, IBriefingPaper paper, IPdfPrinter printer, DocumentKeeper keeper, Claims claims, ISender sender, Guardian guardian,
    TimeProvider clock, ILogger<MakeBriefingsHandler> logger)
    : ICommandHandler<MakeBriefings, MakeOutcome>
{
    private const int AtOnce = 40;

    /// <summary>The browser prints two pages at a time: while it does, the next is drawn.</summary>
    private const int InPrint = 3;

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

        // A document shows what is approved by now, not what the folder has got to.
        await sender.Send(new FoldRollups(), cancellationToken);
        var made = 0;
        var printing = new Queue<InHand>();
        try
        {
            foreach (var id in due)
            {
                if (printing.Count == InPrint && await FinishAsync(printing.Dequeue(), cancellationToken)) made++;
                if (await BeginAsync(id, cancellationToken) is { } begun) printing.Enqueue(begun);
            }

            while (printing.TryDequeue(out var last))
            {
                if (await FinishAsync(last, cancellationToken)) made++;
            }
        }
        finally
        {
            foreach (var left in printing) await claims.ReleaseAsync(left.Claim, CancellationToken.None);
        }

        return new MakeOutcome(made, due.Count - made);
    }

    /// <summary>Claims a document, draws it and hands it to the browser; null where it is not to be made now.</summary>
    private async Task<InHand?> BeginAsync(Guid id, CancellationToken cancellationToken)
    {
        var claim = $"analytics.briefing/{id:N}";
        if (!await claims.TryTakeAsync(claim, Lease, cancellationToken)) return null;
        var kept = false;
        try
        {
            var document = await db.Briefings.SingleAsync(b => b.Id == id, cancellationToken);
            if (!document.IsDue(clock.GetUtcNow())) return null;
            if (document.HasPdf && !printer.IsAvailable)
            {
                // Not an attempt: whoever installs the browser finds the document made a minute later.
                await keeper.PostponeAsync(document, AnalyticsFailures.BrowserMissing.Code, UntilBrowser, cancellationToken);
                return null;
            }

            var drawn = await DrawAsync(document, cancellationToken);
            if (drawn is null) return null;
            kept = true;
            return new InHand(
                document, claim, drawn,
                drawn.Html is null ? null : printer.PrintAsync(drawn.Html, cancellationToken));
        }
        finally
        {
            if (!kept) await claims.ReleaseAsync(claim, CancellationToken.None);
        }
    }

    private async Task<DrawnDocument?> DrawAsync(Briefing document, CancellationToken cancellationToken)
    {
        try
        {
            return await paper.DrawAsync(document, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(exception, document.Id);
            await keeper.FailAsync(document, exception.Message, cancellationToken);
            return null;
        }
    }

    private async Task<bool> FinishAsync(InHand inHand, CancellationToken cancellationToken)
    {
        try
        {
            if (inHand.Print is null) return await keeper.KeepAsync(inHand.Document, inHand.Drawn.Edition, null, inHand.Drawn.Word, cancellationToken);
            var printed = await inHand.Print;
            if (printed.Succeeded) return await keeper.KeepAsync(inHand.Document, inHand.Drawn.Edition, printed.Value, inHand.Drawn.Word, cancellationToken);
            await keeper.FailAsync(inHand.Document, printed.Failures[0].Code, cancellationToken);
            return false;
        }
        finally
        {
            await claims.ReleaseAsync(inHand.Claim, CancellationToken.None);
        }
    }

    /// <summary>A document that is drawn, and in print if it is to be printed.</summary>
    private sealed record InHand(Briefing Document, string Claim, DrawnDocument Drawn, Task<Result<byte[]>>? Print);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Document {Id} could not be made; it will be tried again")]
    private partial void Failed(Exception exception, Guid id);
}
