using System.Text.Json;
using LearningCity.Analytics.Application;
using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Export;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Tests.Application;

internal sealed class SealingTests(string database) : TownTest(database)
{
    private static readonly DateOnly AfterReform = new(2901, 6, 14);

    [Test]
    public async Task An_edition_says_the_same_whatever_is_corrected_later()
    {
        var chance = new Random(20260701);
        var period = await OpenAsync();
        await OpenAfterReformAsync();
        await ApproveByChanceAsync(period, chance, 8);
        var first = await SealAsync(period, 1, statement: "Trường C chưa gửi");
        var (figures, converted, counts) = await EverythingAsync(period, new(1));
        figures.ShouldNotBeEmpty();
        var live = await EverythingAsync(period, EditionChoice.Live);
        live.Figures.ShouldBe(figures);
        live.Converted.ShouldBe(converted);
        live.Counts.ShouldBe(counts);

        // Corrections, new shares, a second edition, more corrections.
        for (var round = 0; round < 3; round++)
        {
            await ApproveByChanceAsync(period, chance, 4);
            Town.SharesAreKnown = round % 2 == 1;
            if (round == 1) await SealAsync(period, 2, EditionKind.Correction, "Trường nhập nhầm");
            var again = await EverythingAsync(period, new(1));
            again.Figures.ShouldBe(figures);
            again.Converted.ShouldBe(converted);
            again.Counts.ShouldBe(counts);
            (await VerifyAsync(first)).IsIntact.ShouldBeTrue();
        }

        (await EverythingAsync(period, EditionChoice.Live)).Figures.ShouldNotBe(figures);
    }

    [Test]
    public async Task The_next_edition_lists_what_was_approved_then_and_what_is_known_now()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10), Town.YesNo(true));
        await ApproveAsync(period, Town.SchoolB, Town.Count(5));
        var first = await SealAsync(period, 1, statement: "Đủ");
        await ApproveAsync(period, Town.SchoolA, Town.Count(12.5m), Town.YesNo(true));
        await ApproveAsync(period, Town.SchoolC, Town.Count(1));
        var pending = (await Send(new GetPendingRestatements(first.Edition.Id, null, null))).Value;
        pending.Items.Count.ShouldBe(2);
        pending.Edition.ShouldBe("live");

        var second = await SealAsync(period, 2, EditionKind.Revision, "Có số liệu tốt hơn");
        (second.Edition.ChangedSheets, second.HashBefore).ShouldBe((2, first.Edition.Hash));
        second.ChangedParts.ShouldBe([Manifest.Figures, Manifest.Sheets]);
        var list = (await Send(new GetRestatements(second.Edition.Id, null, null))).Value;
        var corrected = list.Items.Single(item => item.UnitId == Town.SchoolA);
        (corrected.Then.Number, corrected.Now.Number, corrected.Why, corrected.Indicator).ShouldBe((10m, 12.5m, "Lý do 2", "I01"));
        var added = list.Items.Single(item => item.UnitId == Town.SchoolC);
        (added.Then.State, added.Now.Number).ShouldBe((CellState.NotReported, 1m));
        (await Send(new GetPendingRestatements(second.Edition.Id, null, null))).Value.Items.ShouldBeEmpty();
        (await Send(new GetRestatements(first.Edition.Id, null, null))).Value.Items.ShouldBeEmpty();

        // The worked example: 10 + 5, then 12.5 + 5 + 1.
        foreach (var (edition, value, approved) in ((EditionChoice, decimal, int)[])[(new(1), 15m, 2), (EditionChoice.Live, 18.5m, 3), (new(2), 18.5m, 3)])
        {
            var city = await FigureOfAsync(period, edition);
            (city.Value, city.Approved, city.Expected).ShouldBe((value, approved, 6));
        }

        // Page by page, a report at a time.
        var page = (await Send(new GetRestatements(second.Edition.Id, null, 1))).Value;
        var rest = (await Send(new GetRestatements(second.Edition.Id, page.NextCursor, 1))).Value;
        page.Items.Concat(rest.Items).ShouldBe(list.Items);
    }

    [Test]
    public async Task A_trace_code_of_an_edition_leads_to_the_edition()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        await SealAsync(period, 1, statement: "Đủ");
        await ApproveAsync(period, Town.SchoolA, Town.Count(11));
        await FoldAsync();
        var then = await FigureOfAsync(period, new(1));
        var now = await FigureOfAsync(period, EditionChoice.Live);
        (then.Value, now.Value).ShouldBe((10m, 11m));
        then.TraceCode.ShouldNotBe(now.TraceCode);
        var trace = (await Send(new GetTrace(then.TraceCode))).Value;
        (trace.Context.Edition, trace.Context.Sealed, trace.Figure.Value).ShouldBe(("1", true, 10m));
        var ward = trace.Contributors.Single(part => part.UnitId == Town.WardOne);
        var school = (await Send(new GetTrace(ward.TraceCode))).Value.Contributors.Single(part => part.UnitId == Town.SchoolA);
        var leaf = (await Send(new GetTrace(school.TraceCode))).Value;
        leaf.Figure.Value.ShouldBe(10m);
        var report = leaf.Submissions.ShouldHaveSingleItem();
        (report.SheetVersion, report.Value!.Number, report.Steps.Single().Number, report.Evidence.Count).ShouldBe((1, 10m, 1, 1));
    }

    [Test]
    public async Task A_changed_sheet_or_stored_figure_or_fact_is_found()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        var edition = await SealAsync(period, 1, statement: "Đủ");
        Town.Tamper(period.Id, Town.SchoolA, Town.Count(1000));
        var verified = await VerifyAsync(edition);
        verified.IsIntact.ShouldBeFalse();
        verified.Items.Where(item => !item.IsIntact).Select(item => item.Name).ShouldBe([Manifest.Figures, Manifest.Sheets]);
        Town.Tamper(period.Id, Town.SchoolA, Town.Count(10));
        (await VerifyAsync(edition)).IsIntact.ShouldBeTrue();

        await ChangeAsync(db => db.Rollups.Where(row => row.EditionId == edition.Edition.Id && row.UnitId == Town.City)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.States, [1, 0]), default));
        (await VerifyAsync(edition)).Items.Single(item => !item.IsIntact).Name.ShouldBe(Manifest.Figures);

        var units = edition.Manifest.Single(item => item.Name == Manifest.States).Sha256;
        await ChangeAsync(db => db.SealedContents.Where(content => content.Sha256 == units)
            .ExecuteUpdateAsync(set => set.SetProperty(content => content.Content, [1, 2, 3]), default));
        (await VerifyAsync(edition)).Items.Where(item => !item.IsIntact).Select(item => item.Name).ShouldContain(Manifest.States);
    }

    [Test]
    public async Task What_cannot_be_sealed_is_refused_with_a_reason()
    {
        var period = await OpenAsync();
        await RefusedAsync(new(period.Code, 1, Statement: "Đủ"), "analytics.not_closed");
        Town.Close(period.Id);
        await RefusedAsync(new(period.Code, 1), "analytics.statement_missing");
        await RefusedAsync(new(period.Code, 2, EditionKind.Correction, "Sai"), "analytics.wrong_edition");
        await RefusedAsync(new(period.Code, 1, EditionKind.Correction, "Sai"), "platform.invalid_field");
        await RefusedAsync(new("1990-H1", 1, Statement: "Đủ"), "analytics.period_not_found");
        await ApproveAsync(period, Town.SchoolA, Town.Count(1));
        await RefusedAsync(new(period.Code, 1, Statement: "Đủ"), "analytics.not_up_to_date");
        await SealAsync(period, 1, statement: "Đủ");
        await RefusedAsync(new(period.Code, 1, Statement: "Đủ"), "analytics.already_sealed");
        await RefusedAsync(new(period.Code, 2, EditionKind.Correction, "Sai"), "analytics.nothing_to_restate");
        (await Send(new GetRollups(period.Code, null, null, null, UnitRelation.LiesIn, null, null, null, new(2)))).Failures[0].Code
            .ShouldBe("analytics.edition_not_found");
        (await Send(new GetRollups(period.Code, null, null, null, UnitRelation.LiesIn, new DateOnly(1999, 1, 1), null, null, new(1)))).Failures[0].Code
            .ShouldBe("analytics.boundaries_not_sealed");
    }

    [Test]
    public async Task Of_two_hosts_that_seal_at_once_one_seals()
    {
        await using var other = await StartSecondHostAsync();
        for (var round = 0; round < 3; round++)
        {
            var period = await OpenAsync();
            await ApproveAsync(period, Town.SchoolA, Town.Count(round));
            await FoldAsync();
            Town.Close(period.Id);
            var command = new SealPeriod(period.Code, 1, Statement: "Đủ");
            var outcomes = await Task.WhenAll(City.SendAsync(command), other.SendAsync(command), other.SendAsync(command), City.SendAsync(command));
            outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1, string.Join(", ", outcomes.SelectMany(o => o.Failures).Select(f => f.Code)));
            outcomes.SelectMany(outcome => outcome.Failures).Select(failure => failure.Code)
                .ShouldAllBe(code => code == "analytics.already_sealed" || code == "analytics.being_sealed");
            await OnceAsync(period);
        }
    }

    [Test]
    public async Task A_seal_that_is_cut_short_anywhere_leaves_all_or_nothing_and_can_be_repeated()
    {
        var chance = new Random(11);
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(3));
        await FoldAsync();
        Town.Close(period.Id);
        Result<EditionDetails>? outcome = null;
        for (var attempt = 0; attempt < 25 && outcome is null; attempt++)
        {
            using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(attempt * chance.Next(1, 4)));
            try
            {
                outcome = await City.UseAsync<MediatR.ISender, Result<EditionDetails>>(
                    sender => sender.Send(new SealPeriod(period.Code, 1, Statement: "Đủ"), cut.Token));
            }
            catch (OperationCanceledException)
            {
                // Cut short: nothing of it may be there, or all of it.
                var (editions, items, rows) = await CountAsync(period);
                (editions == 0 ? items + rows : 0).ShouldBe(0);
                if (editions == 1) break;
            }
        }

        if (outcome is null && (await CountAsync(period)).Editions == 0) (await Send(new SealPeriod(period.Code, 1, Statement: "Đủ"))).Succeeded.ShouldBeTrue();
        await OnceAsync(period);
    }

    /// <summary>One edition, its rows, its event.</summary>
    private async Task OnceAsync(Period period)
    {
        var (editions, _, rows) = await CountAsync(period);
        (editions, rows > 0).ShouldBe((1, true));
        var told = await City.UseAsync<PlatformDbContext, int>(db => db.Set<OutboxMessage>()
            .CountAsync(message => message.Name == "reporting_periods.edition_sealed.v1" && message.Payload.Contains(period.Code)));
        told.ShouldBe(1);
        var claims = await City.UseAsync<Claims, bool>(held => held.IsHeldAsync(SealingHold.Of(period.Id), default));
        claims.ShouldBeFalse();
    }

    private Task<(int Editions, int Items, int Rows)> CountAsync(Period period) => City.UseAsync<IAnalyticsDb, (int, int, int)>(async db =>
    {
        var ids = await db.Editions.Where(edition => edition.PeriodId == period.Id).Select(edition => edition.Id).ToListAsync();
        var rows = await db.Rollups.CountAsync(row => row.PeriodId == period.Id && row.EditionId != Guid.Empty);
        return (ids.Count, await db.EditionItems.CountAsync(item => ids.Contains(item.EditionId)), rows);
    });

    private async Task RefusedAsync(SealPeriod command, string code)
    {
        var outcome = await Send(command);
        outcome.Failures.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    private Task<int> ChangeAsync(Func<IAnalyticsDb, Task<int>> change) =>
        City.UseAsync<IAnalyticsDb, int>(db => db.InTransactionAsync(() => change(db), default));

    private async Task<EditionVerification> VerifyAsync(EditionDetails edition) => (await Send(new VerifyEdition(edition.Edition.Id))).Value;

    private async Task<EditionDetails> SealAsync(Period period, int number, EditionKind kind = EditionKind.First, string? statement = null)
    {
        await FoldAsync();
        Town.Close(period.Id);
        var outcome = await Send(new SealPeriod(period.Code, number, kind, statement));
        outcome.Failures.Select(failure => failure.Message(Language.En)).ShouldBeEmpty();
        return outcome.Value;
    }

    private async Task OpenAfterReformAsync()
    {
        var period = Town.AddPeriod($"{AfterReform.Year}-H1-{Ids.New():N}", AfterReform.AddMonths(-6), AfterReform);
        await TellAsync(new PeriodOpened(Ids.New(), period.Id, period.Code));
        await FoldAsync();
    }

    private async Task ApproveByChanceAsync(Period period, Random chance, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var unit = Town.Reporters[chance.Next(Town.Reporters.Count)];
            await ApproveAsync(
                period, unit, Town.Count(chance.Next(1000) / 8m), Town.CountOf("sex=female", chance.Next(9)), Town.Share(chance.Next(9), chance.Next(9)),
                Town.YesNo(chance.Next(2) == 0));
        }

        await FoldAsync();
    }

    private async Task<FigureItem> FigureOfAsync(Period period, EditionChoice edition) =>
        (await Send(new GetRollups(period.Code, Town.City, null, "I01", UnitRelation.LiesIn, null, null, null, edition))).Value.Items[0];

    /// <summary>Every figure of the city and its parts, leaves among them; the same on the boundaries after the reform; how reports stood.</summary>
    private async Task<(IReadOnlyList<string> Figures, IReadOnlyList<string> Converted, StandingCounts Counts)> EverythingAsync(
        Period period, EditionChoice edition)
    {
        var figures = new List<FigureItem>();
        foreach (var relation in (UnitRelation[])[UnitRelation.LiesIn, UnitRelation.ReportsTo])
        {
            foreach (var unit in (Guid[])[Town.City, Town.Department, Town.WardOne, Town.WardTwo, .. Town.Reporters])
                figures.AddRange((await Send(new GetRollups(period.Code, unit, null, null, relation, null, null, 100, edition))).Value.Items);
        }

        var converted = (await Send(new GetFigureExport(period.Code, Town.City, AfterReform, edition))).Value.Rows;
        var completeness = (await Send(new GetCompleteness(period.Code, CompletenessBy.Type, Town.City, null, edition))).Value;
        return (Written(figures), Written(converted), completeness.Total);
    }

    /// <summary>Figures to the last digit; codes name the edition and so differ from it to it.</summary>
    private static List<string> Written(IEnumerable<FigureItem> figures) =>
        [.. figures.Select(figure => JsonSerializer.Serialize(figure with { TraceCode = "" }, Json.Options))];
}
