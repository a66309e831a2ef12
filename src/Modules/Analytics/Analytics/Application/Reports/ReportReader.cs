using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Application.Templates;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Text;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>Everything that a report is made of.</summary>
/// <param name="Overview">Figures, completeness, committees.</param>
/// <param name="Issuer">Texts of the issuing unit.</param>
/// <param name="NotReported">Units that have not handed in, and when it was due.</param>
/// <param name="Texts">The units' own words: in the order of tiers and names.</param>
/// <param name="Speakers">How many units were asked for words.</param>
/// <param name="Rate">Share of reports handed in of the period before; null where there is none.</param>
/// <param name="Decisions">What the committee decided last, and what became of it.</param>
/// <param name="Held">Difficulties and proposals on which the committee's offices are to act.</param>
/// <param name="Earlier">When figures of the same edition were told last; null where this document is the first with them.</param>
internal sealed record ReportData(
    Overview Overview, Template Issuer, IReadOnlyList<OverdueUnit> NotReported, IReadOnlyList<UnitText> Texts, int Speakers, decimal? Rate,
    DecisionsNow Decisions, MattersNow Held, DateTimeOffset? Earlier);

/// <summary>What waits for the committee's offices.</summary>
/// <param name="Matters">How many, and the oldest.</param>
/// <param name="Units">Who raised them.</param>
/// <param name="On">The day from which their age counts.</param>
internal sealed record MattersNow(HeldMatters Matters, IReadOnlyDictionary<Guid, UnitSummary> Units, DateOnly On);

/// <summary>"Last time you decided ... now ...".</summary>
/// <param name="Meeting">The committee's last meeting; null where it has not met.</param>
/// <param name="Decisions">Overdue ones first, then open ones, then those that are done.</param>
/// <param name="Owners">Who does them.</param>
internal sealed record DecisionsNow(MeetingSummary? Meeting, IReadOnlyList<TaskNow> Decisions, IReadOnlyDictionary<Guid, UnitSummary> Owners);

/// <summary>
/// Reads what reports are made of, through the queries that pages use, so that paper and screen cannot differ: of the newest edition of the
/// period, or live where none is sealed, and said so.
/// </summary>
internal sealed class ReportReader(
    IAnalyticsDb db, EditionFrames frames, StandingReader standings, TemplateReader templates, IEnumerable<IUnitTexts> sources, ISender sender)
{
    private const int MostHeld = 8;

    /// <summary>Reads them for a document.</summary>
    internal async Task<ReportData> ReadAsync(Briefing document, CancellationToken cancellationToken)
    {
        var overview = (await sender.Send(new GetOverview(document.PeriodCode, document.RootUnitId, document.TreeDate, Edition: EditionChoice.Newest), cancellationToken)).Value;
        var frame = (await frames.FindAsync(document.PeriodCode, EditionChoice.Newest, cancellationToken)).Value;
        var standing = await standings.ReadAsync(frame, document.RootUnitId, cancellationToken);
        var missing = standing.Where(one => !Contributions.IsHandedIn(one.State))
            .OrderBy(one => UnitTypeNames.OrderOf(one.UnitType))
            .ThenBy(one => VietnameseOrder.Key(frame.Units[one.Unit].Name.Vi), StringComparer.Ordinal)
            .Select(one => new OverdueUnit(
                frame.Units[one.Unit], one.UnitType, one.DueOn, one.IsExtended, one.State != SubmissionState.NotStarted));
        var speakers = Speakers(frame, standing);
        var offices = CommitteeOffices.Of(frame, document.RootUnitId);
        var texts = new List<UnitText>();
        foreach (var source in sources) texts.AddRange(await source.ReadAsync(frame.PeriodId, speakers, cancellationToken));
        var order = speakers.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        var before = overview.Previous is { } previous && await frames.FindAsync(previous.Code, EditionChoice.Newest, cancellationToken) is { Succeeded: true, Value: var earlier }
            && earlier.Rollup.UnitOf(document.RootUnitId) is var there
            ? StandingCounts.Of(await standings.ReadAsync(earlier, there < 0 ? earlier.Units[earlier.Home].Id : document.RootUnitId, cancellationToken))
            : null;
        return new(
            overview, await templates.ReadAsync(overview.Area, cancellationToken), [.. missing],
            [.. texts.OrderBy(text => order[text.Unit.Id])], speakers.Count,
            before is { Expected: > 0 } ? (decimal)before.HandedIn / before.Expected : null,
            await DecisionsAsync(offices, document, cancellationToken), await HeldAsync(offices, document, cancellationToken),
            await EarlierAsync(document, overview.Context.Edition, cancellationToken));
    }

    /// <summary>A briefing of the same area with the same figures that was made before; what is not sealed may have changed since.</summary>
    private async Task<DateTimeOffset?> EarlierAsync(Briefing document, string edition, CancellationToken cancellationToken) => await db.Briefings.AsNoTracking()
        .Where(other => other.Kind == DocumentKind.Briefing && other.State == BriefingState.Made && other.RootUnitId == document.RootUnitId
            && other.PeriodId == document.PeriodId && other.TreeDate == document.TreeDate && other.Edition == edition && other.Language == document.Language
            && other.RequestedAt < document.RequestedAt)
        .MaxAsync(other => other.MadeAt, cancellationToken);

    private async Task<MattersNow> HeldAsync(IReadOnlyList<Guid> offices, Briefing document, CancellationToken cancellationToken)
    {
        var day = CityTime.DayOf(document.RequestedAt);
        var held = await sender.Send(new ListMattersHeld(offices, MostHeld), cancellationToken);
        var units = await sender.Send(new GetUnits([.. held.Oldest.Select(matter => matter.UnitId).Distinct()], day), cancellationToken);
        return new(held, units.ToDictionary(unit => unit.Id), day);
    }

    private async Task<DecisionsNow> DecisionsAsync(IReadOnlyList<Guid> offices, Briefing document, CancellationToken cancellationToken)
    {
        var day = CityTime.DayOf(document.RequestedAt);
        var last = await sender.Send(new GetLastDecisions(offices, day.AddDays(1)), cancellationToken);
        var owners = await sender.Send(new GetUnits([.. last.Decisions.Select(task => task.OwnerUnitId).Distinct()], day), cancellationToken);
        return new(last.Meeting, last.Decisions, owners.ToDictionary(unit => unit.Id));
    }

    /// <summary>
    /// Whose words are asked for: departments and wards that report; where there are none under the area, everybody that does. A school's
    /// words are in what its ward reports.
    /// </summary>
    private static List<UnitSummary> Speakers(PeriodFrame frame, IReadOnlyList<Standing> standing)
    {
        var reporting = standing.Select(one => frame.Units[one.Unit]).DistinctBy(unit => unit.Id)
            .OrderBy(unit => unit.Type).ThenBy(unit => VietnameseOrder.Key(unit.Name.Vi), StringComparer.Ordinal).ToList();
        var above = reporting.Where(unit => unit.Type < UnitType.Preschool).ToList();
        return above.Count > 1 ? above : reporting;
    }
}
