using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Drafts;

/// <summary>Begins a reorganisation; one that corrects a mistaken record, if it is named.</summary>
internal sealed record StartDraft(Guid? CorrectsId) : ICommand<Guid>;

/// <summary>Keeps what was typed. Nothing of it holds before it is applied.</summary>
internal sealed record SaveDraft(Guid Id, int Version, DraftContent Content) : ICommand<int>;

/// <summary>Throws a draft away that was not applied.</summary>
internal sealed record DiscardDraft(Guid Id) : ICommand;

/// <summary>Carries the draft out, as it stands.</summary>
internal sealed record ApplyDraft(Guid Id, int Version) : ICommand<Guid>;

/// <summary>A draft.</summary>
internal sealed record ReadDraft(Guid Id) : IQuery<Result<DraftView>>;

/// <summary>Drafts that wait, the latest changed first.</summary>
internal sealed record ListDrafts : IQuery<Result<IReadOnlyList<DraftView>>>;

/// <summary>A draft with what was typed.</summary>
internal sealed record DraftView(Guid Id, int Version, DateTimeOffset ChangedAt, Guid? ReorganisationId, DraftContent Content);

internal sealed class KeepDraftsHandler(IUnitRegistryDb db, DraftReader reader, ISender sender, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<StartDraft, Guid>, ICommandHandler<SaveDraft, int>, ICommandHandler<DiscardDraft>, ICommandHandler<ApplyDraft, Guid>,
        IQueryHandler<ReadDraft, Result<DraftView>>, IQueryHandler<ListDrafts, Result<IReadOnlyList<DraftView>>>
{
    private const int MostDrafts = 50;
    private const string WhyNotAudited = "a draft: nothing of it holds before it is applied";

    public async Task<Result<Guid>> Handle(StartDraft command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var now = clock.GetUtcNow();
        var draft = new ReorganisationDraft { CreatedBy = user.Id, CreatedAt = now };
        draft.Write(Write(new DraftContent
        {
            CorrectsId = command.CorrectsId,
            Kind = command.CorrectsId is null ? null : ReorganisationKind.Annul,
        }), now);
        db.Drafts.Add(draft);
        db.NotAudited(WhyNotAudited);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    public async Task<Result<int>> Handle(SaveDraft command, CancellationToken cancellationToken)
    {
        var found = await FindAsync(command.Id, command.Version, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        found.Value.Write(Write(command.Content), clock.GetUtcNow());
        return await SaveAsync(found.Value, cancellationToken);
    }

    public async Task<Result> Handle(DiscardDraft command, CancellationToken cancellationToken)
    {
        var found = await FindAsync(command.Id, null, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        db.Drafts.Remove(found.Value);
        return (await SaveAsync(found.Value, cancellationToken)).WithoutValue();
    }

    public async Task<Result<Guid>> Handle(ApplyDraft command, CancellationToken cancellationToken)
    {
        var found = await FindAsync(command.Id, command.Version, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var reading = await reader.ReadAsync(Parse(found.Value.Content), cancellationToken);
        if (reading.Request is not { } request) return Result<Guid>.Failed(reading.Failures);
        var applied = await sender.Send(new EnterReorganisation(request, Preview: false, new AppliedDraft(command.Id, command.Version)), cancellationToken);
        return applied.Succeeded ? applied.Value.ReorganisationId!.Value : applied.WithoutValue();
    }

    public async Task<Result<DraftView>> Handle(ReadDraft request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        return draft is null ? PlatformFailures.NotFound : View(draft);
    }

    public async Task<Result<IReadOnlyList<DraftView>>> Handle(ListDrafts request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var drafts = await db.Drafts.AsNoTracking().Where(row => row.ReorganisationId == null).OrderByDescending(row => row.ChangedAt)
            .Take(MostDrafts).ToListAsync(cancellationToken);
        return drafts.ConvertAll(View);
    }

    private async Task<Result<ReorganisationDraft>> FindAsync(Guid id, int? version, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var draft = await db.Drafts.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (draft is null) return PlatformFailures.NotFound;
        if (draft.ReorganisationId is not null) return UnitRegistryFailures.DraftApplied;
        return version is { } seen && seen != draft.Version ? PlatformFailures.Stale : draft;
    }

    private async Task<Result<int>> SaveAsync(ReorganisationDraft draft, CancellationToken cancellationToken)
    {
        db.NotAudited(WhyNotAudited);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return draft.Version;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
    }

    private static DraftView View(ReorganisationDraft draft) =>
        new(draft.Id, draft.Version, draft.ChangedAt, draft.ReorganisationId, Parse(draft.Content));

    private static string Write(DraftContent content) => JsonSerializer.Serialize(content, Json.Options);

    private static DraftContent Parse(string text) => JsonSerializer.Deserialize<DraftContent>(text, Json.Options)!;
}
