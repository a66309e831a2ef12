using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.ReportingPeriods.Tests.Application;

/// <summary>
/// A small town in place of catalogue and registry, so that each cell owed can be named: a district until 30 June 2025, a ward that lies
/// in it from January 2025, schools that change over, a high school and a department that do not.
/// </summary>
internal sealed class Town
{
    internal const string Set = "town-set";
    internal static readonly DateOnly Reform = new(2025, 7, 1);
    private static readonly DateOnly Long = new(2020, 1, 1);

    internal Guid Team { get; } = Guid.CreateVersion7();

    internal Guid Department { get; } = Guid.CreateVersion7();

    internal Guid District { get; } = Guid.CreateVersion7();

    internal Guid Ward { get; } = Guid.CreateVersion7();

    internal Guid OtherWard { get; } = Guid.CreateVersion7();

    internal Guid School { get; } = Guid.CreateVersion7();

    internal Guid HighSchool { get; } = Guid.CreateVersion7();

    internal Guid Centre { get; } = Guid.CreateVersion7();

    internal Guid VersionId { get; } = Guid.CreateVersion7();

    internal Indicator Literacy { get; } = Make("I01", "ward", "urban_district");

    internal Indicator Completion { get; } = Make("I02", "preschool", "primary", "high_school", "ward", "urban_district");

    internal Indicator Policy { get; } = Make("I03", "department");

    /// <summary>Preschools that spring up: none unless a test wants many units. They owe what primary schools do.</summary>
    internal IReadOnlyList<Guid> Crowd { get; set; } = [];

    /// <summary>Obligations whose units have handed in.</summary>
    internal HashSet<Guid> Submitted { get; } = [];

    /// <summary>What waits for reviewers.</summary>
    internal IReadOnlyList<WaitingReviews> Waiting { get; set; } = [];

    /// <summary>Addresses of deputies of focal points.</summary>
    internal Dictionary<Guid, string> Deputies { get; } = [];

    internal void Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddTransient<IRequestHandler<GetTree, IReadOnlyList<UnitSummary>>, Answers>();
        services.AddTransient<IRequestHandler<GetUnits, IReadOnlyList<UnitSummary>>, Answers>();
        services.AddTransient<IRequestHandler<GetUnitClosure, IReadOnlyList<UnitClosure>>, Answers>();
        services.AddTransient<IRequestHandler<FindCriteriaSetVersion, CriteriaSetVersion?>, Answers>();
        services.AddTransient<IRequestHandler<FindSubmittedObligations, IReadOnlySet<Guid>>, Answers>();
        services.AddTransient<IRequestHandler<CountWaitingReviews, IReadOnlyList<WaitingReviews>>, Answers>();
        services.AddTransient<IRequestHandler<GetLineage, IReadOnlyList<LineageLink>>, Answers>();
        services.AddTransient<IRequestHandler<FindDeputyAddresses, IReadOnlyDictionary<Guid, string>>, Answers>();
    }

    internal IReadOnlyList<UnitSummary> On(DateOnly day)
    {
        var before = day < Reform;
        UnitSummary Unit(Guid id, string name, UnitType type, Guid? reportsTo, DateOnly from, DateOnly? to) =>
            new(id, name, new LocalText(name, name), type, reportsTo, null, from, to, false);
        UnitSummary[] all =
        [
            Unit(Team, "Tổ giúp việc", UnitType.SupportTeam, null, Long, null),
            Unit(Department, "Sở Giáo dục và Đào tạo", UnitType.Department, Team, Long, null),
            Unit(District, "Quận Một", UnitType.UrbanDistrict, Department, Long, Reform.AddDays(-1)),
            Unit(Ward, "Phường Một", UnitType.Ward, before ? District : Department, new DateOnly(2025, 1, 1), null),
            Unit(OtherWard, "Phường Hai", UnitType.Ward, Department, Reform, null),
            Unit(School, "Trường Tiểu học Một", UnitType.Primary, before ? District : Ward, Long, null),
            Unit(HighSchool, "Trường THPT Một", UnitType.HighSchool, Department, Long, null),
            Unit(Centre, "Trung tâm học tập cộng đồng Một", UnitType.Clc, before ? District : Ward, Long, null),
            .. Crowd.Select((id, number) => Unit(id, $"Trường Mầm non {number}", UnitType.Preschool, Ward, Reform, null)),
        ];
        return [.. all.Where(unit => unit.ValidFrom <= day && (unit.ValidTo is null || day <= unit.ValidTo))];
    }

    private static Indicator Make(string code, params string[] reporters) => new(
        Guid.CreateVersion7(), code, "C1", new LocalText(code, code), IndicatorValueType.Count, new LocalText("người", "people"), 0,
        Direction.Higher, AggregationRule.Sum, OwnValue.Replace, null, null, [], reporters, null, null);

    /// <summary>Answers what catalogue, registry and submissions would.</summary>
    private sealed class Answers(Town town) :
        IRequestHandler<GetTree, IReadOnlyList<UnitSummary>>, IRequestHandler<GetUnits, IReadOnlyList<UnitSummary>>,
        IRequestHandler<GetUnitClosure, IReadOnlyList<UnitClosure>>, IRequestHandler<FindCriteriaSetVersion, CriteriaSetVersion?>,
        IRequestHandler<FindSubmittedObligations, IReadOnlySet<Guid>>, IRequestHandler<CountWaitingReviews, IReadOnlyList<WaitingReviews>>,
        IRequestHandler<GetLineage, IReadOnlyList<LineageLink>>, IRequestHandler<FindDeputyAddresses, IReadOnlyDictionary<Guid, string>>
    {
        public Task<IReadOnlyDictionary<Guid, string>> Handle(FindDeputyAddresses request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<Guid, string>>(town.Deputies.Where(deputy => request.UnitIds.Contains(deputy.Key)).ToDictionary());

        public Task<IReadOnlyList<WaitingReviews>> Handle(CountWaitingReviews request, CancellationToken cancellationToken) =>
            Task.FromResult(town.Waiting);

        public Task<IReadOnlyList<LineageLink>> Handle(GetLineage request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<LineageLink>>([new LineageLink(town.District, town.Ward, TransferExtent.Whole, null)]);

        public Task<IReadOnlyList<UnitSummary>> Handle(GetTree request, CancellationToken cancellationToken) =>
            Task.FromResult(town.On(request.AsOf));

        public Task<IReadOnlyList<UnitSummary>> Handle(GetUnits request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnitSummary>>([.. town.On(request.AsOf)
                .Concat(request.AsOf < Reform ? [] : town.On(Reform.AddDays(-1)).Where(unit => unit.Id == town.District))
                .Where(unit => request.UnitIds.Contains(unit.Id))]);

        public Task<IReadOnlyList<UnitClosure>> Handle(GetUnitClosure request, CancellationToken cancellationToken)
        {
            var rows = new List<UnitClosure>();
            Add(rows, town.On(Reform.AddDays(-1)), Long, Reform.AddDays(-1));
            Add(rows, town.On(Reform), Reform, null);
            return Task.FromResult<IReadOnlyList<UnitClosure>>(
                [.. rows.Where(row => request.UnitIds is null || request.UnitIds.Contains(row.UnitId))]);
        }

        public Task<CriteriaSetVersion?> Handle(FindCriteriaSetVersion request, CancellationToken cancellationToken) =>
            Task.FromResult(request.SetCode != Set ? null : new CriteriaSetVersion(
                town.VersionId, Set, 1, new LocalText("Bộ", "Set"), CriteriaSetOrigin.Demonstration, Long, null, [], [],
                [town.Literacy, town.Completion, town.Policy]));

        public Task<IReadOnlySet<Guid>> Handle(FindSubmittedObligations request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<Guid>>(town.Submitted);

        private static void Add(List<UnitClosure> rows, IReadOnlyList<UnitSummary> tree, DateOnly from, DateOnly? to)
        {
            var parents = tree.ToDictionary(unit => unit.Id, unit => unit.ReportsToId);
            foreach (var unit in tree)
            {
                var depth = 0;
                for (Guid? above = unit.Id; above is { } id; above = parents[id])
                    rows.Add(new UnitClosure(unit.Id, id, UnitRelation.ReportsTo, depth++, from, to));
            }
        }
    }
}
