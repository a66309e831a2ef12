using System.Collections.Concurrent;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Analytics.Tests.Application;

/// <summary>
/// A small town in place of the other modules, so that each figure can be worked out by hand: two wards with schools, a high school that
/// lies in a ward and reports to the Department. Periods share it, each with submissions of its own.
/// </summary>
internal sealed class Town
{
    private readonly ConcurrentDictionary<(Guid Period, Guid Unit), (SubmissionState State, int Version)> _submissions = new();
    private readonly ConcurrentDictionary<SheetPin, Sheet> _sheets = new();
    private readonly ConcurrentDictionary<Guid, Period> _periods = new();
    private readonly ConcurrentDictionary<(Guid Period, Guid Unit), Guid> _obligations = new();
    private readonly List<UnitSummary> _units = [];

    internal Town()
    {
        City = Add("79", UnitType.Province, null, null);
        Team = Add("TGV", UnitType.SupportTeam, null, City);
        Department = Add("SGDDT", UnitType.Department, Team, City);
        WardOne = Add("26734", UnitType.Ward, Department, City);
        WardTwo = Add("26737", UnitType.Ward, Department, City);
        SchoolA = Add("TH-A", UnitType.Primary, WardOne, WardOne);
        SchoolB = Add("TH-B", UnitType.Primary, WardOne, WardOne);
        SchoolC = Add("TH-C", UnitType.Primary, WardTwo, WardTwo);
        HighSchool = Add("THPT", UnitType.HighSchool, Department, WardOne);
        (NewWardX, NewWardY) = (Guid.CreateVersion7(), Guid.CreateVersion7());
    }

    /// <summary>The day on which ward one goes into ward X, and ward two into X (three fifths) and Y.</summary>
    internal static DateOnly Reform { get; } = new(2900, 7, 1);

    internal Guid NewWardX { get; }

    internal Guid NewWardY { get; }

    /// <summary>What is recorded of the parts of ward two; without, nobody knows.</summary>
    internal bool SharesAreKnown { get; set; } = true;

    internal Guid City { get; }

    internal Guid Team { get; }

    internal Guid Department { get; }

    internal Guid WardOne { get; }

    internal Guid WardTwo { get; }

    internal Guid SchoolA { get; }

    internal Guid SchoolB { get; }

    internal Guid SchoolC { get; }

    internal Guid HighSchool { get; }

    internal Guid VersionId { get; } = Guid.CreateVersion7();

    /// <summary>A count that wards and schools report; a ward's own value replaces its schools'.</summary>
    internal Indicator Events { get; } = Make("I01", IndicatorValueType.Count, AggregationRule.Sum, OwnValue.Replace, null, IndicatorAccumulation.Flow);

    /// <summary>A percentage that schools report.</summary>
    internal Indicator Teachers { get; } = Make("I02", IndicatorValueType.Percent, AggregationRule.RatioOfSums, OwnValue.Replace, 90, IndicatorAccumulation.Stock);

    /// <summary>Yes or no, of wards and schools alike; it adds.</summary>
    internal Indicator Committee { get; } = Make("I03", IndicatorValueType.YesNo, AggregationRule.ShareYes, OwnValue.Add, 100);

    /// <summary>A survey that ward one alone reports; it never rolls up.</summary>
    internal Indicator Satisfaction { get; } =
        Make("I04", IndicatorValueType.Amount, AggregationRule.Average, OwnValue.Add, null) with { DataSource = IndicatorDataSource.Survey };

    /// <summary>Events for each teacher that qualifies, derived: nobody reports it.</summary>
    internal Indicator EventsPerTeacher { get; } =
        Make("I05", IndicatorValueType.Ratio, AggregationRule.None, OwnValue.Add, null) with
        {
            Formula = new("[I01] / [I02.numerator]", new FormulaOperation(
                FormulaOperator.Divide, new FormulaValue(new("I01", FormulaPart.Value)), new FormulaValue(new("I02", FormulaPart.Numerator)))),
        };

    /// <summary>A count of another set, which nobody in town is asked for: a link from <see cref="Events"/> answers it where there is one.</summary>
    internal Indicator Linked { get; } = Make("N01", IndicatorValueType.Count, AggregationRule.Sum, OwnValue.Replace, null, IndicatorAccumulation.Flow);

    /// <summary>The version of that other set.</summary>
    internal Guid OtherVersionId { get; } = Guid.CreateVersion7();

    /// <summary>Links into the other set.</summary>
    internal List<CrosswalkLink> Links { get; } = [];

    /// <summary>What is asked of nobody in town: of series, of the registry, of the reporting.</summary>
    internal List<Indicator> Computed { get; } = [];

    /// <summary>What the series says of units, by their codes.</summary>
    internal ConcurrentDictionary<string, decimal> Population { get; } = new();

    /// <summary>The newest release of the series.</summary>
    internal int Release { get; set; } = 1;

    /// <summary>Units with a committee.</summary>
    internal HashSet<Guid> Committees { get; } = [];

    /// <summary>Reports that were handed in late.</summary>
    internal HashSet<Guid> LateUnits { get; } = [];

    /// <summary>What a test makes of the criteria set, for periods that open from then on.</summary>
    internal Func<CriteriaSetVersion, CriteriaSetVersion> Edited { get; set; } = version => version;

    /// <summary>What is conspicuous about approved figures.</summary>
    internal IReadOnlyList<FigureFlag> Flags { get; set; } = [];

    /// <summary>What the committee decided last.</summary>
    internal LastDecisions Decided { get; set; } = new(null, []);

    /// <summary>That other set.</summary>
    internal CriteriaSetVersion OtherSet => new(
        OtherVersionId, "other-set", 1, new LocalText("Bộ khác", "Other set"), CriteriaSetOrigin.Demonstration, new DateOnly(2000, 1, 1), null, [],
        [new CriteriaNode("C1", null, 0, new LocalText("Tiêu chí", "Criterion"))], [Linked]);

    /// <summary>Meetings to come.</summary>
    internal List<MeetingSummary> Meetings { get; } = [];

    /// <summary>Difficulties and proposals.</summary>
    internal List<RaisedMatter> Matters { get; } = [];

    internal IReadOnlyList<Guid> Reporters => [WardOne, WardTwo, SchoolA, SchoolB, SchoolC, HighSchool];

    internal void Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddTransient<IRequestHandler<GetTree, IReadOnlyList<UnitSummary>>, Answers>();
        services.AddTransient<IRequestHandler<GetLineage, IReadOnlyList<LineageLink>>, Answers>();
        services.AddTransient<IRequestHandler<GetUnits, IReadOnlyList<UnitSummary>>, Answers>();
        services.AddTransient<IRequestHandler<GetUnitPoints, IReadOnlyList<UnitPoint>>, Answers>();
        services.AddTransient<IRequestHandler<GetCommitteeCoverage, IReadOnlyList<CommitteeCoverage>>, Answers>();
        services.AddTransient<IRequestHandler<GetCriteriaSetVersion, CriteriaSetVersion?>, Answers>();
        services.AddTransient<IRequestHandler<GetPeriod, Period?>, Answers>();
        services.AddTransient<IRequestHandler<ListPeriods, IReadOnlyList<Period>>, Answers>();
        services.AddTransient<IRequestHandler<GetSubmissionStates, IReadOnlyList<SubmissionStatus>>, Answers>();
        services.AddTransient<IRequestHandler<GetApprovedSheets, IReadOnlyList<Sheet>>, Answers>();
        services.AddTransient<IRequestHandler<GetApprovedNarratives, IReadOnlyList<UnitNarrative>>, Answers>();
        services.AddTransient<IStreamRequestHandler<StreamObligations, Obligation>, Answers>();
        services.AddTransient<IStreamRequestHandler<StreamSubmissionStates, SubmissionStatus>, Answers>();
        services.AddTransient<IStreamRequestHandler<StreamPackedSheets, PackedSheet>, Answers>();
        services.AddTransient<IStreamRequestHandler<StreamPinnedSheets, PackedSheet>, Answers>();
        services.AddTransient<IStreamRequestHandler<StreamFigureFlags, FigureFlag>, Answers>();
        services.AddTransient<IRequestHandler<ListSheetPins, IReadOnlyList<SheetPin>>, Answers>();
        services.AddTransient<IRequestHandler<GetSheetOrigins, IReadOnlyList<SheetOrigin>>, Answers>();
        services.AddTransient<IRequestHandler<GetCellTrace, CellTrace?>, Answers>();
        services.AddTransient<IRequestHandler<GetLastDecisions, LastDecisions>, Answers>();
        services.AddTransient<IRequestHandler<ListCriteriaSetVersions, IReadOnlyList<CriteriaSetVersionSummary>>, CatalogueAnswers>();
        services.AddTransient<IRequestHandler<ListCrosswalksInForce, IReadOnlyList<CrosswalkLink>>, CatalogueAnswers>();
        services.AddTransient<IRequestHandler<GetCrosswalkLinks, IReadOnlyList<CrosswalkLink>>, CatalogueAnswers>();
        services.AddTransient<IRequestHandler<FindReferenceValues, IReadOnlyList<ReferenceValue>>, CatalogueAnswers>();
        services.AddTransient<IRequestHandler<ListReferenceSeries, IReadOnlyList<ReferenceSeriesSummary>>, CatalogueAnswers>();
        services.AddTransient<IRequestHandler<FindUnitsWithCommittee, IReadOnlySet<Guid>>, CatalogueAnswers>();
        services.AddTransient<IRequestHandler<ListMeetingsToCome, IReadOnlyList<MeetingSummary>>, Answers>();
        services.AddTransient<IRequestHandler<ListMattersRaised, IReadOnlyList<RaisedMatter>>, Answers>();
        services.AddTransient<IRequestHandler<ListMattersHeld, HeldMatters>, Answers>();
    }

    internal Period AddPeriod(string code, DateOnly from, DateOnly to)
    {
        var period = new Period(
            Guid.CreateVersion7(), code, new LocalText($"Kỳ {code}", $"Period {code}"), PeriodState.Open, from, to, to, to.AddDays(40), null);
        return _periods[period.Id] = period;
    }

    internal void HandIn(Guid period, Guid unit) => _submissions[(period, unit)] = (SubmissionState.Submitted, 0);

    /// <summary>Approves another version of a unit's sheet; the versions before stay.</summary>
    internal void Approve(Guid period, Guid unit, params SheetCell[] cells)
    {
        var version = _submissions.GetValueOrDefault((period, unit)).Version + 1;
        var submission = SubmissionOf(period, unit);
        _sheets[new(submission, version)] = new(submission, unit, period, VersionId, version, cells);
        _submissions[(period, unit)] = (SubmissionState.Approved, version);
    }

    /// <summary>Closes a period: it can be sealed.</summary>
    internal void Close(Guid period) => _periods[period] = _periods[period] with { State = PeriodState.Closed };

    /// <summary>Somebody changes a sheet that never changes.</summary>
    internal void Tamper(Guid period, Guid unit, params SheetCell[] cells)
    {
        var pin = new SheetPin(SubmissionOf(period, unit), _submissions[(period, unit)].Version);
        _sheets[pin] = _sheets[pin] with { Cells = cells };
    }

    /// <summary>What a unit's submission is called.</summary>
    internal Guid SubmissionOf(Guid period, Guid unit) => ObligationOf(period, unit);

    /// <summary>What units say in words, whatever the period.</summary>
    internal ConcurrentDictionary<Guid, UnitNarrative> Narratives { get; } = new();

    internal SheetCell Count(decimal value) => new(Events.Id, "", CellState.Reported, value, null, null, null);

    internal SheetCell CountOf(string disaggregation, decimal value) => new(Events.Id, disaggregation, CellState.Reported, value, null, null, null);

    internal SheetCell Surveyed(decimal value) => new(Satisfaction.Id, "", CellState.Reported, value, null, null, null);

    internal SheetCell Share(decimal numerator, decimal denominator) => new(Teachers.Id, "", CellState.Reported, null, numerator, denominator, null);

    internal SheetCell YesNo(bool yes) => new(Committee.Id, "", CellState.Reported, yes ? 1 : 0, null, null, null);

    internal SheetCell Without(Indicator indicator, CellState state) => new(indicator.Id, "", state, null, null, null, null);

    private Guid ObligationOf(Guid period, Guid unit) => _obligations.GetOrAdd((period, unit), _ => Guid.CreateVersion7());

    private static Indicator Make(string code, IndicatorValueType type, AggregationRule rule, OwnValue own, decimal? target,
        IndicatorAccumulation accumulation = IndicatorAccumulation.Neither) => new(
        Guid.CreateVersion7(), code, "C1", new LocalText($"Chỉ số {code}", $"Indicator {code}"), type, new LocalText("lượt", "times"), 0,
        Direction.Higher, rule, own, null, null, [], [], target, null)
        {
            Accumulation = accumulation,
        };

    private Guid Add(string code, UnitType type, Guid? reportsTo, Guid? liesIn)
    {
        var id = Guid.CreateVersion7();
        _units.Add(new(id, code, new LocalText($"Đơn vị {code}", $"Unit {code}"), type, reportsTo, liesIn, new DateOnly(2020, 1, 1), null, true));
        return id;
    }

    private IEnumerable<UnitSummary> AfterReform()
    {
        UnitSummary[] wards = [NewWard(NewWardX, "X"), NewWard(NewWardY, "Y")];
        return [.. _units.Where(unit => unit.Type != UnitType.Ward).Select(unit => unit with { LiesInId = After(unit.LiesInId) }), .. wards];
    }

    private Guid? After(Guid? ward) => ward == WardOne ? NewWardX : ward == WardTwo ? NewWardY : ward;

    private UnitSummary NewWard(Guid id, string code) => new(
        id, code, new LocalText($"Phường {code}", $"Ward {code}"), UnitType.Ward, Department, City, Reform, null, true);

    /// <summary>Answers what the other modules would.</summary>
    private sealed class Answers(Town town) :
        IRequestHandler<GetTree, IReadOnlyList<UnitSummary>>, IRequestHandler<GetLineage, IReadOnlyList<LineageLink>>,
        IRequestHandler<GetUnits, IReadOnlyList<UnitSummary>>,
        IRequestHandler<GetUnitPoints, IReadOnlyList<UnitPoint>>, IRequestHandler<GetCommitteeCoverage, IReadOnlyList<CommitteeCoverage>>,
        IRequestHandler<GetCriteriaSetVersion, CriteriaSetVersion?>, IRequestHandler<GetPeriod, Period?>,
        IRequestHandler<ListPeriods, IReadOnlyList<Period>>, IRequestHandler<GetSubmissionStates, IReadOnlyList<SubmissionStatus>>,
        IRequestHandler<GetApprovedNarratives, IReadOnlyList<UnitNarrative>>,
        IRequestHandler<GetApprovedSheets, IReadOnlyList<Sheet>>, IStreamRequestHandler<StreamObligations, Obligation>,
        IStreamRequestHandler<StreamSubmissionStates, SubmissionStatus>, IStreamRequestHandler<StreamPackedSheets, PackedSheet>,
        IStreamRequestHandler<StreamPinnedSheets, PackedSheet>,
        IStreamRequestHandler<StreamFigureFlags, FigureFlag>, IRequestHandler<ListSheetPins, IReadOnlyList<SheetPin>>,
        IRequestHandler<GetSheetOrigins, IReadOnlyList<SheetOrigin>>, IRequestHandler<GetCellTrace, CellTrace?>,
        IRequestHandler<GetLastDecisions, LastDecisions>, IRequestHandler<ListMeetingsToCome, IReadOnlyList<MeetingSummary>>,
        IRequestHandler<ListMattersRaised, IReadOnlyList<RaisedMatter>>, IRequestHandler<ListMattersHeld, HeldMatters>
    {
        public Task<LastDecisions> Handle(GetLastDecisions request, CancellationToken cancellationToken) => Task.FromResult(town.Decided);

        public Task<IReadOnlyList<MeetingSummary>> Handle(ListMeetingsToCome request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<MeetingSummary>>([.. town.Meetings.Where(meeting => request.UnitIds.Contains(meeting.UnitId))]);

        public Task<IReadOnlyList<RaisedMatter>> Handle(ListMattersRaised request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<RaisedMatter>>([.. town.Matters.Where(matter => request.UnitIds.Contains(matter.UnitId))]);

        public Task<HeldMatters> Handle(ListMattersHeld request, CancellationToken cancellationToken)
        {
            var held = town.Matters.Where(matter => request.UnitIds.Contains(matter.HolderUnitId)).ToList();
            return Task.FromResult(new HeldMatters(held.Count, held));
        }

        public Task<IReadOnlyList<UnitSummary>> Handle(GetTree request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnitSummary>>(request.AsOf < Reform ? town._units : [.. town.AfterReform()]);

        public Task<IReadOnlyList<LineageLink>> Handle(GetLineage request, CancellationToken cancellationToken)
        {
            if (request.From >= Reform || request.To < Reform)
                return Task.FromResult<IReadOnlyList<LineageLink>>([.. town._units.Select(unit => new LineageLink(unit.Id, unit.Id, TransferExtent.Unchanged, 1))]);
            var stayed = town._units.Where(unit => unit.Type != UnitType.Ward)
                .Select(unit => new LineageLink(unit.Id, unit.Id, TransferExtent.Unchanged, 1));
            return Task.FromResult<IReadOnlyList<LineageLink>>(
            [
                .. stayed, new(town.WardOne, town.NewWardX, TransferExtent.Whole, 1),
                new(town.WardTwo, town.NewWardX, TransferExtent.Part, town.SharesAreKnown ? 0.6m : null),
                new(town.WardTwo, town.NewWardY, TransferExtent.Part, town.SharesAreKnown ? 0.4m : null),
            ]);
        }

        public Task<IReadOnlyList<UnitSummary>> Handle(GetUnits request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnitSummary>>([.. town._units.Where(unit => request.UnitIds.Contains(unit.Id))]);

        public Task<IReadOnlyList<UnitPoint>> Handle(GetUnitPoints request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnitPoint>>([new(town.WardOne, 10.77m, 106.7m, 3), new(town.WardTwo, 10.8m, 106.66m, 4)]);

        public Task<IReadOnlyList<CommitteeCoverage>> Handle(GetCommitteeCoverage request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<CommitteeCoverage>>([new("district", 16, 22)]);

        public Task<CriteriaSetVersion?> Handle(GetCriteriaSetVersion request, CancellationToken cancellationToken) =>
            Task.FromResult<CriteriaSetVersion?>(request.VersionId == town.OtherVersionId ? town.OtherSet : town.Edited(new(
                town.VersionId, "town-set", 1, new LocalText("Bộ tiêu chí", "Set"), CriteriaSetOrigin.Demonstration, new DateOnly(2020, 1, 1), null, [],
                [new CriteriaNode("1", null, 0, new LocalText("Nội dung 1", "Area 1")), new CriteriaNode("C1", "1", 1, new LocalText("Tiêu chí 1", "Criterion 1"))],
                [town.Events, town.Teachers, town.Committee, town.Satisfaction, town.EventsPerTeacher, .. town.Computed])));

        public Task<Period?> Handle(GetPeriod request, CancellationToken cancellationToken) =>
            Task.FromResult(town._periods.GetValueOrDefault(request.PeriodId));

        public Task<IReadOnlyList<Period>> Handle(ListPeriods request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Period>>([.. town._periods.Values.OrderByDescending(period => period.WindowTo)]);

        public Task<IReadOnlyList<SubmissionStatus>> Handle(GetSubmissionStates request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SubmissionStatus>>([.. States(request.PeriodId).Where(status => request.UnitIds.Contains(status.UnitId))]);

        public Task<IReadOnlyList<Sheet>> Handle(GetApprovedSheets request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Sheet>>([.. Sheets(request.PeriodId).Where(sheet => request.UnitIds.Contains(sheet.UnitId))]);

        public Task<IReadOnlyList<UnitNarrative>> Handle(GetApprovedNarratives request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnitNarrative>>([.. town.Narratives.Values.Where(said => request.UnitIds.Contains(said.UnitId))]);

        public async IAsyncEnumerable<Obligation> Handle(
            StreamObligations request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var unit in town.Reporters)
            {
                IReadOnlyList<Guid> owed = unit == town.WardOne ? [town.Events.Id, town.Committee.Id, town.Satisfaction.Id]
                    : unit == town.WardTwo ? [town.Events.Id, town.Committee.Id]
                    : [town.Events.Id, town.Teachers.Id, town.Committee.Id];
                yield return new Obligation(
                    town.ObligationOf(request.PeriodId, unit), request.PeriodId, unit, unit == town.WardOne || unit == town.WardTwo ? "ward" : "primary", town.VersionId, "town-set", owed, town.Department, new DateOnly(2026, 6, 30), null);
            }
        }

        public async IAsyncEnumerable<SubmissionStatus> Handle(
            StreamSubmissionStates request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var status in States(request.PeriodId)) yield return status;
        }

        public async IAsyncEnumerable<PackedSheet> Handle(
            StreamPackedSheets request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            var layout = Layout();
            foreach (var sheet in Sheets(request.PeriodId)) yield return Pack(layout, sheet);
        }

        public async IAsyncEnumerable<PackedSheet> Handle(
            StreamPinnedSheets request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            var layout = Layout();
            foreach (var pin in request.Pins.Where(town._sheets.ContainsKey)) yield return Pack(layout, town._sheets[pin]);
        }

        public IAsyncEnumerable<FigureFlag> Handle(StreamFigureFlags request, CancellationToken cancellationToken) => town.Flags.ToAsyncEnumerable();

        public Task<IReadOnlyList<SheetPin>> Handle(ListSheetPins request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SheetPin>>([.. Sheets(request.PeriodId).Select(sheet => new SheetPin(sheet.SubmissionId, sheet.SheetVersion))]);

        public Task<IReadOnlyList<SheetOrigin>> Handle(GetSheetOrigins request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SheetOrigin>>([.. request.Pins.Select(OriginOf)]);

        public Task<CellTrace?> Handle(GetCellTrace request, CancellationToken cancellationToken) =>
            Task.FromResult<CellTrace?>(new(
                OriginOf(request.Pin),
                [new(request.Pin.SheetVersion, CellStepKind.Submitted, DateTimeOffset.UnixEpoch, Guid.Empty, null, null, null)],
                [new(Guid.CreateVersion7(), "so-theo-doi.pdf", 14, new string('a', 64), DateTimeOffset.UnixEpoch)]));

        private static SheetOrigin OriginOf(SheetPin pin) => new(
            pin, DateTimeOffset.UnixEpoch, Guid.Empty, DateTimeOffset.UnixEpoch.AddDays(pin.SheetVersion), Guid.Empty, $"Lý do {pin.SheetVersion}");

        private SheetLayout Layout() => new(town.VersionId, [town.Committee.Id, town.Teachers.Id, town.Events.Id, town.Satisfaction.Id]);

        private static PackedSheet Pack(SheetLayout layout, Sheet sheet) => new(
            sheet.SubmissionId, sheet.UnitId, sheet.SheetVersion, layout,
            SheetCodec.Write(
                sheet.Cells.Select(cell => new PackedCell(
                    layout.PlaceOf(cell.IndicatorId), cell.Disaggregation, cell.State, cell.Number, cell.Numerator, cell.Denominator)),
                tracks: false));

        private IEnumerable<SubmissionStatus> States(Guid period) => town.Reporters.Select(unit =>
        {
            var state = town._submissions.TryGetValue((period, unit), out var known) ? known.State : SubmissionState.NotStarted;
            DateTimeOffset? handedIn = state == SubmissionState.NotStarted ? null : DateTimeOffset.UnixEpoch;
            return new SubmissionStatus(town.ObligationOf(period, unit), town.SubmissionOf(period, unit), unit, town.VersionId, state, handedIn, town.LateUnits.Contains(unit), 0, 3);
        });

        private IEnumerable<Sheet> Sheets(Guid period) => town._submissions
            .Where(pair => pair.Key.Period == period && pair.Value.State == SubmissionState.Approved)
            .Select(pair => town._sheets[new(town.SubmissionOf(period, pair.Key.Unit), pair.Value.Version)]);
    }
}
