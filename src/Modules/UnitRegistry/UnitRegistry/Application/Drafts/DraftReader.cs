using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Drafts;

/// <summary>Understands what was typed: finds the units that were meant, and makes the request that is previewed and applied.</summary>
internal sealed class DraftReader(IUnitRegistryDb db)
{
    /// <summary>What the draft means by now: units as far as they are found, and the request once everything is.</summary>
    internal async Task<DraftReading> ReadAsync(DraftContent content, CancellationToken cancellationToken)
    {
        var failures = new List<Failure>();
        var decided = Day(content.DecidedOn, "decidedOn", failures);
        var effective = Day(content.EffectiveOn, "effectiveOn", failures);
        if (string.IsNullOrWhiteSpace(content.DecisionNumber))
            failures.Add(UnitRegistryFailures.Missing.On("decisionNumber", new LocalText("số quyết định", "the decision number")));
        if (effective is not { } day || content.Kind is not { } kind) return new DraftReading(null, [], [], failures);
        var founded = Founded(content, failures);
        var sources = await FindAsync(content.Sources, Validity.DayBefore(day), "sources", failures, cancellationToken);
        var receivers = (await FindAsync(content.Receivers, day, "receivers", failures, cancellationToken)).ConvertAll(unit => new Receiver(unit.UnitId, null, new LocalText(unit.NameVi, unit.NameEn)));
        receivers.AddRange(founded.Select(unit => new Receiver(null, unit.Ref, unit.Name)));
        if (kind != ReorganisationKind.Annul && sources.Count == 0 && !failures.Exists(failure => failure.Field == "sources"))
            failures.Add(UnitRegistryFailures.Missing.On("sources", new LocalText("ít nhất một đơn vị", "at least one unit")));
        if (NeedsReceivers(kind) && receivers.Count == 0)
            failures.Add(UnitRegistryFailures.Missing.On("receivers", new LocalText("đơn vị tiếp nhận", "the unit that receives")));
        if (kind == ReorganisationKind.Merge && receivers.Count > 1)
            failures.Add(UnitRegistryFailures.WrongShape.On("receivers", new LocalText("sáp nhập vào một đơn vị.", "a merger goes into one unit.")));
        var liesIn = await OneAsync(content.LiesIn, day, "liesIn", failures, cancellationToken) ?? (sources.Count == 0 ? null : sources[0].LiesInId);
        var reportsTo = await OneAsync(content.ReportsTo, day, "reportsTo", failures, cancellationToken) ?? (sources.Count == 0 ? null : sources[0].ReportsToId);
        var handOvers = new List<HandOverRequest>();
        foreach (var (unitId, typed) in content.Takers.Where(line => sources.Exists(unit => unit.UnitId == line.Key)))
        {
            if (await TakerAsync(typed, $"taker-{unitId}", day, receivers, founded, failures, cancellationToken) is { } taker)
                handOvers.Add(new HandOverRequest(unitId, taker.UnitId, taker.Ref));
        }

        var changes = Changes(content, kind, sources, liesIn, reportsTo).ToList();
        changes.AddRange(await ChildrenAsync(content, sources, day, receivers, founded, failures, cancellationToken));
        var transfers = Transfers(content, kind, sources, receivers, failures).ToList();
        var request = failures.Count > 0 || decided is null ? null : new ReorganisationRequest(
            kind, content.DecisionNumber.Trim(), decided.Value, day, content.Note.Trim(),
            [.. founded.Select(unit => unit with { Type = content.NewType ?? sources[0].Type, LiesInId = liesIn, ReportsToId = reportsTo })],
            transfers, changes,
            kind is ReorganisationKind.Close or ReorganisationKind.Split ? [.. sources.Select(unit => unit.UnitId)] : [], content.CorrectsId, handOvers,
            content.DecisionFile);
        return new DraftReading(request, sources, receivers, failures);
    }

    private static bool NeedsReceivers(ReorganisationKind kind) =>
        kind is ReorganisationKind.Merge or ReorganisationKind.Split or ReorganisationKind.PartialTransfer;

    private static DateOnly? Day(string text, string field, List<Failure> failures)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        failures.Add(UnitRegistryFailures.Missing.On(field, field == "decidedOn"
            ? new LocalText("ngày quyết định", "the date of the decision")
            : new LocalText("ngày hiệu lực", "the effective date")));
        return null;
    }

    private static List<NewUnitRequest> Founded(DraftContent content, List<Failure> failures)
    {
        var units = new List<NewUnitRequest>();
        foreach (var line in DraftContent.Lines(content.NewUnits))
        {
            var cells = line.Split(';', StringSplitOptions.TrimEntries);
            if (cells.Length is < 2 or > 3 || cells[0].Length == 0 || cells[1].Length == 0)
            {
                failures.Add(UnitRegistryFailures.WrongShape.On("newUnits", new LocalText(
                    $"dòng \"{line}\" cần mã; tên tiếng Việt; tên tiếng Anh.", $"line \"{line}\" needs code; Vietnamese name; English name.")));
                continue;
            }

            units.Add(new NewUnitRequest(cells[0], cells[0], new LocalText(cells[1], cells.Length == 3 ? cells[2] : ""), default, null, null));
        }

        return units;
    }

    /// <summary>Units by code or by Vietnamese name on a day, in the order in which they were typed.</summary>
    private async Task<List<UnitState>> FindAsync(string text, DateOnly day, string field, List<Failure> failures, CancellationToken cancellationToken)
    {
        var lines = DraftContent.Lines(text).Select(line => line.Normalize()).Distinct().ToArray();
        var states = new List<UnitState>();
        foreach (var portion in lines.Chunk(Registrar.Portion))
        {
            states.AddRange(await db.States.AsNoTracking().On(day)
                .Where(state => portion.Contains(state.Code) || portion.Contains(state.NameVi)).ToListAsync(cancellationToken));
        }

        var found = new List<UnitState>();
        foreach (var line in lines)
        {
            var meant = states.FindAll(state => state.Code == line);
            if (meant.Count == 0) meant = states.FindAll(state => state.NameVi == line);
            if (meant.Count == 1) found.Add(meant[0]);
            else if (meant.Count == 0) failures.Add(UnitRegistryFailures.NotFoundByText.On(field, line, day));
            else failures.Add(UnitRegistryFailures.SeveralByText.On(field, line, string.Join(", ", meant.Select(state => state.Code))));
        }

        return found;
    }

    private async Task<Guid?> OneAsync(string text, DateOnly day, string field, List<Failure> failures, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(text) ? null : (await FindAsync(text, day, field, failures, cancellationToken)).FirstOrDefault()?.UnitId;

    /// <summary>A unit that receives something: one of those of this decision by code, or any other of the day.</summary>
    private async Task<Receiver?> TakerAsync(
        string typed, string field, DateOnly day, List<Receiver> receivers, List<NewUnitRequest> founded, List<Failure> failures,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var text = typed.Trim().Normalize();
        if (founded.Find(unit => unit.Code == text || unit.Name.Vi == text) is { } made) return receivers.Find(unit => unit.Ref == made.Ref);
        return await OneAsync(text, day, field, failures, cancellationToken) is { } unitId ? new Receiver(unitId, null, new LocalText(text, text)) : null;
    }

    private static IEnumerable<TransferRequest> Transfers(
        DraftContent content, ReorganisationKind kind, List<UnitState> sources, List<Receiver> receivers, List<Failure> failures)
    {
        if (!NeedsReceivers(kind)) yield break;
        foreach (var source in sources)
        {
            foreach (var receiver in receivers)
            {
                if (kind == ReorganisationKind.Merge)
                {
                    if (receiver.UnitId != source.UnitId)
                        yield return new TransferRequest(source.UnitId, receiver.UnitId, receiver.Ref, TransferExtent.Whole, null, null);
                    continue;
                }

                var key = DraftReading.ShareKey(source.UnitId, receiver);
                decimal? share = null;
                if (content.Basis is not null && content.Shares.TryGetValue(key, out var typed) && typed.Trim().Length > 0)
                {
                    if (decimal.TryParse(typed.Trim().TrimEnd('%').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
                        share = percent / 100;
                    else
                        failures.Add(UnitRegistryFailures.WrongShape.On($"share-{key}", new LocalText($"tỷ lệ \"{typed}\" cần là số từ 0 đến 100.", $"share \"{typed}\" must be a number from 0 to 100.")));
                }

                yield return new TransferRequest(source.UnitId, receiver.UnitId, receiver.Ref, TransferExtent.Part, share, share is null ? null : content.Basis);
            }
        }
    }

    private static IEnumerable<UnitChangeRequest> Changes(
        DraftContent content, ReorganisationKind kind, List<UnitState> sources, Guid? liesIn, Guid? reportsTo)
    {
        var name = content.NewNameVi.Trim().Length == 0 ? null : new LocalText(content.NewNameVi.Trim(), content.NewNameEn.Trim());
        var code = content.NewCode.Trim().Length == 0 ? null : content.NewCode.Trim();
        return kind switch
        {
            ReorganisationKind.Rename => sources.Take(1).Select(unit => new UnitChangeRequest(unit.UnitId, code, name, null, null, null)),
            ReorganisationKind.ChangeType => sources.Take(1).Select(unit => new UnitChangeRequest(unit.UnitId, code, name, content.NewType, null, null)),
            ReorganisationKind.Move => sources.Select(unit => new UnitChangeRequest(
                unit.UnitId, null, null, null, content.LiesIn.Trim().Length == 0 ? null : liesIn, content.ReportsTo.Trim().Length == 0 ? null : reportsTo)),
            _ => [],
        };
    }

    /// <summary>Where what is under an ending unit goes: all of it into one unit, unless it was moved before.</summary>
    private async Task<List<UnitChangeRequest>> ChildrenAsync(
        DraftContent content, List<UnitState> sources, DateOnly day, List<Receiver> receivers, List<NewUnitRequest> founded, List<Failure> failures,
        CancellationToken cancellationToken)
    {
        var changes = new List<UnitChangeRequest>();
        foreach (var (unitId, typed) in content.ChildrenTo.Where(line => sources.Exists(unit => unit.UnitId == line.Key)))
        {
            if (await TakerAsync(typed, $"children-{unitId}", day, receivers, founded, failures, cancellationToken) is not { } place) continue;
            var children = await db.States.AsNoTracking().On(day).Where(state => state.LiesInId == unitId || state.ReportsToId == unitId)
                .ToListAsync(cancellationToken);
            changes.AddRange(children.Where(child => !sources.Exists(unit => unit.UnitId == child.UnitId)).Select(child => new UnitChangeRequest(
                child.UnitId, null, null, null,
                child.LiesInId == unitId ? place.UnitId : null, child.ReportsToId == unitId ? place.UnitId : null,
                child.LiesInId == unitId ? place.Ref : null, child.ReportsToId == unitId ? place.Ref : null)));
        }

        return changes;
    }
}

/// <summary>What a draft means by now.</summary>
/// <param name="Request">To be previewed and applied; null while something is missing.</param>
/// <param name="Sources">Units that it happens to.</param>
/// <param name="Receivers">Units that receive.</param>
/// <param name="Failures">What is missing or not understood, by field.</param>
internal sealed record DraftReading(
    ReorganisationRequest? Request, IReadOnlyList<UnitState> Sources, IReadOnlyList<Receiver> Receivers, IReadOnlyList<Failure> Failures)
{
    internal static string ShareKey(Guid sourceId, Receiver receiver) => $"{sourceId:N}-{receiver.UnitId?.ToString("N") ?? receiver.Ref}";
}

/// <summary>A unit that receives: one that exists, or one to be founded.</summary>
internal sealed record Receiver(Guid? UnitId, string? Ref, LocalText Name);
