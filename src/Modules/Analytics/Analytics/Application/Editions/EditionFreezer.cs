using System.Globalization;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>A period as it will stand in an edition.</summary>
/// <param name="Frame">Its frame, of the edition to come.</param>
/// <param name="Contents">The facts to keep.</param>
internal sealed record FrozenPeriod(PeriodFrame Frame, IReadOnlyList<FrozenContent> Contents)
{
    internal SealedEdition Edition => Frame.Edition!;

    /// <summary>Whether these are the sheets that it rests on.</summary>
    internal bool RestsOn(IReadOnlyCollection<SheetPin> pins) => Edition.Sheets.Select(sheet => sheet.Pin).ToHashSet().SetEquals(pins);
}

/// <summary>Gathers everything that decides a period's figures, as it is known at this moment.</summary>
internal sealed class EditionFreezer(IAnalyticsDb db, PeriodFrames frames, FrameBuilder builder, ISender sender)
{
    /// <summary>Gathers it; null if there is no such period.</summary>
    /// <param name="period">The period's live roll-up.</param>
    /// <param name="edition">Key and number of the edition to come.</param>
    /// <param name="now">The moment of sealing.</param>
    /// <param name="today">The day of sealing: its tree is one of those that the edition can be read on.</param>
    /// <param name="cancellationToken">Gathers no further.</param>
    internal async Task<FrozenPeriod?> FreezeAsync(
        RollupPeriod period, (Guid Id, int Number) edition, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        if (await frames.AskAsync(period.PeriodId, cancellationToken) is not var (known, units, obligations, facts)) return null;
        units = new(InOrder(units.Tree), InOrder(units.Strangers));
        var sheets = await SheetsAsync(period.PeriodId, cancellationToken);
        var states = await StatesAsync(period.PeriodId, cancellationToken);
        var frozenObligations = FrozenObligations.Of(obligations);
        var contents = new List<FrozenContent>
        {
            FrozenContent.Of(Manifest.Period, known, 1),
            FrozenContent.Of(Manifest.Units, units, units.Tree.Count + units.Strangers.Count),
            FrozenContent.Of(Manifest.Obligations, frozenObligations, obligations.Count),
            FrozenContent.Of(Manifest.Sheets, sheets, sheets.Count),
            FrozenContent.Of(Manifest.States, states, states.Count),
            FrozenContent.Of(Manifest.Supplements, facts, facts.Count),
        };
        var trees = await TreesAsync(known.WindowTo, today, contents, cancellationToken);
        var frame = await builder.BuildAsync(
            known, stamp: 0, period.Columns, units, [.. frozenObligations.All()], facts,
            new SealedEdition(edition.Id, edition.Number, now, "", sheets, states, [.. frozenObligations.All()], trees), cancellationToken);
        contents.AddRange(await RulesAsync(frame, cancellationToken));
        return new(frame, contents);
    }

    private async Task<IReadOnlyList<FrozenSheet>> SheetsAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var sheets = new List<FrozenSheet>();
        await foreach (var sheet in sender.CreateStream(new StreamPackedSheets(periodId), cancellationToken))
            sheets.Add(new(sheet.UnitId, new(sheet.SubmissionId, sheet.SheetVersion), Manifest.Of(sheet.Bytes.Span)));
        return [.. sheets.OrderBy(sheet => sheet.Pin.SubmissionId.ToString("N"), StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<SubmissionStatus>> StatesAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var states = new List<SubmissionStatus>();
        await foreach (var status in sender.CreateStream(new StreamSubmissionStates(periodId), cancellationToken)) states.Add(status);
        return [.. states.OrderBy(status => status.ObligationId.ToString("N"), StringComparer.Ordinal)];
    }

    /// <summary>
    /// The trees that the edition can be read on: those of every period that has opened, and that of the day of sealing. What was said
    /// of boundaries is kept with it, so that a later record of a share or a corrected reorganisation changes nothing that was sealed.
    /// </summary>
    private async Task<Dictionary<DateOnly, SealedTree>> TreesAsync(
        DateOnly own, DateOnly today, List<FrozenContent> contents, CancellationToken cancellationToken)
    {
        var dates = await db.Periods.AsNoTracking().Select(period => period.TreeDate).Distinct().ToListAsync(cancellationToken);
        var trees = new Dictionary<DateOnly, SealedTree>();
        foreach (var date in dates.Append(own).Append(today).Distinct().Order())
        {
            var units = await sender.Send(new GetTree(date, UnitRelation.LiesIn), cancellationToken);
            if (units.Count == 0) continue;
            var lineage = (await sender.Send(new GetLineage(own, date), cancellationToken))
                .OrderBy(link => link.FromUnitId.ToString("N"), StringComparer.Ordinal)
                .ThenBy(link => link.ToUnitId.ToString("N"), StringComparer.Ordinal).ToList();
            var name = date.ToString("O", CultureInfo.InvariantCulture);
            var (tree, links) = (
                FrozenContent.Of(Manifest.Tree + name, InOrder(units), units.Count),
                FrozenContent.Of(Manifest.Lineage + name, lineage, lineage.Count));
            contents.AddRange([tree, links]);
            trees.Add(date, new(tree.Item.Sha256, links.Item.Sha256));
        }

        return trees;
    }

    private async Task<IEnumerable<FrozenContent>> RulesAsync(PeriodFrame frame, CancellationToken cancellationToken)
    {
        var rules = frame.Versions.Select(FrozenRules.Of).ToList();
        var links = new List<FrozenLink>();
        foreach (var version in frame.Versions)
            links.AddRange((await sender.Send(new ListCrosswalksInForce(version.VersionId, frame.TreeDate), cancellationToken)).Select(FrozenLink.Of));
        var series = (await sender.Send(new ListReferenceSeries(), cancellationToken))
            .Select(one => new FrozenSeries(one.Code, one.NewestRelease)).OrderBy(one => one.Code, StringComparer.Ordinal).ToList();
        return
        [
            FrozenContent.Of(Manifest.Rules, rules, rules.Sum(version => version.Indicators.Count)),
            FrozenContent.Of(Manifest.Crosswalks, links.OrderBy(link => link.Id.ToString("N"), StringComparer.Ordinal).ToList(), links.Count),
            FrozenContent.Of(Manifest.Series, series, series.Count),
        ];
    }

    /// <summary>Equal facts must have equal hashes, in whatever order they were told.</summary>
    private static IReadOnlyList<UnitSummary> InOrder(IReadOnlyList<UnitSummary> units) =>
        [.. units.OrderBy(unit => unit.Id.ToString("N"), StringComparer.Ordinal)];
}
