using FluentValidation;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Proposes a link; it holds once somebody else has approved it.</summary>
/// <param name="Target">The indicator that is answered.</param>
/// <param name="Sources">The indicators whose values answer it.</param>
/// <param name="Kind">How they do.</param>
/// <param name="Formula">Of a formula: the expression over the sources, each as <c>[set/code]</c>.</param>
/// <param name="ValidFrom">First reference date for which it shall hold.</param>
/// <param name="ValidTo">Last one; null while no end is known.</param>
/// <param name="Reason">Why the one answers the other.</param>
internal sealed record ProposeCrosswalk(
    IndicatorAddress? Target, IReadOnlyList<IndicatorAddress?>? Sources, CrosswalkKind? Kind, string? Formula, DateOnly ValidFrom,
    DateOnly? ValidTo, string? Reason) : ICommand<Guid>;

/// <summary>An indicator by its set and its code.</summary>
internal sealed record IndicatorAddress(string? SetCode, string? Code);

internal sealed class ProposeCrosswalkValidator : AbstractValidator<ProposeCrosswalk>
{
    private const int MostSources = 20;
    private const int LongestReason = 2000;

    public ProposeCrosswalkValidator()
    {
        RuleFor(command => command.Target).Must(IsAddress)
            .Say("Vui lòng chọn chỉ số được trả lời (bộ và mã).", "Choose the indicator that is answered (set and code).");
        RuleFor(command => command.Sources).Must(sources => sources is { Count: > 0 and <= MostSources } && sources.All(IsAddress))
            .Say($"Vui lòng chọn từ 1 đến {MostSources} chỉ số nguồn (bộ và mã).", $"Choose 1 to {MostSources} source indicators (set and code).");
        RuleFor(command => command.Sources).Must(sources => sources is null || sources.Distinct().Count() == sources.Count)
            .Say("Mỗi chỉ số nguồn chỉ chọn một lần.", "Choose each source once.");
        RuleFor(command => command.Kind).NotNull().IsInEnum()
            .Say("Vui lòng chọn kiểu liên kết.", "Choose the kind of link.");
        RuleFor(command => command.Formula).Must(formula => formula?.Contains('\0', StringComparison.Ordinal) != true)
            .Say("Công thức có ký tự không đọc được.", "The formula has a character that cannot be read.");
        RuleFor(command => command.ValidFrom).Must(day => day.Year is >= 2000 and < 2200)
            .Say("Ngày bắt đầu cần từ năm 2000 trở đi.", "The first day is in 2000 or later.");
        RuleFor(command => command.ValidTo).Must((command, last) => last is null || last >= command.ValidFrom)
            .Say("Ngày cuối cần từ ngày đầu trở đi.", "The last day must not be before the first.");
        RuleFor(command => command.Reason).RequiredText(LongestReason);
    }

    private static bool IsAddress(IndicatorAddress? address) =>
        address is { SetCode: { Length: > 0 and <= DraftRules.LongestCode }, Code: { Length: > 0 and <= DraftRules.LongestCode } };
}

internal sealed class ProposeCrosswalkHandler(
    ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user, CrosswalkChecks checks, TimeProvider clock)
    : ICommandHandler<ProposeCrosswalk, Guid>
{
    public async Task<Result<Guid>> Handle(ProposeCrosswalk request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var target = await FindAsync(request.Target!, cancellationToken);
        if (target is null) return Unknown(request.Target!, "target");
        var sources = new List<CatalogIndicator>();
        foreach (var address in request.Sources!)
        {
            var source = await FindAsync(address!, cancellationToken);
            if (source is null) return Unknown(address!, "sources");
            sources.Add(source);
        }

        var number = await db.Crosswalks.CountAsync(other => other.TargetId == target.Id, cancellationToken) + 1;
        var draft = new CrosswalkDraft(request.Kind!.Value, request.Formula, request.ValidFrom, request.ValidTo, request.Reason!.Trim());
        var crosswalk = Crosswalk.Propose(target, number, sources, draft, user.Id, clock.GetUtcNow());
        var misfits = await checks.MisfitsAsync(crosswalk, request.ValidFrom, cancellationToken);
        if (misfits.Count > 0) return Result<Guid>.Failed(misfits);
        db.Crosswalks.Add(crosswalk);
        db.Audit(CrosswalkChecks.Entry("crosswalk_proposed", crosswalk));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return crosswalk.Id;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Two proposals for one target took the same number at once.
            return PlatformFailures.Stale;
        }
    }

    private Task<CatalogIndicator?> FindAsync(IndicatorAddress address, CancellationToken cancellationToken) =>
        db.Indicators.AsNoTracking().SingleOrDefaultAsync(
            indicator => indicator.SetCode == address.SetCode && indicator.Code == address.Code, cancellationToken);

    private static Failure Unknown(IndicatorAddress address, string field) =>
        CrosswalkFailures.IndicatorUnknown.On(field, address.SetCode!, address.Code!);
}
