using LearningCity.Access.Application;
using LearningCity.Access.Application.People;
using LearningCity.Access.Contracts;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Text;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Access.Infrastructure.Demonstration;

/// <summary>
/// The people of the demonstration's units: reviewers of the Department, a reporter and a reviewer in each district of 2024 and each ward
/// since 2025-07-01, a reporter in each other department, school and centre. Runs after the registry has made the units.
/// </summary>
internal sealed class DemonstrationPeopleOfUnits(ISender sender, IPasswordHasher<Person> hasher) : IDemonstration
{
    private const string DepartmentOfEducation = "SGDDT";
    private const string NamedWard = "Phường Sài Gòn";

    /// <summary>Districts ended on 2025-06-30; their people finish what was begun.</summary>
    private static readonly DateOnly LastDayOfDistrictPeople = new(2025, 9, 30);

    public int Order => 40;

    public async Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        if (stage.Act != DemonstrationAct.Found) return;
        var units = await sender.Send(new ListUnitsForDemonstration(), cancellationToken);
        var people = PeopleOf(units, new VietnameseNames(stage.Seed + 1));
        var added = await sender.Send(new AddPeople(people, DemonstrationPeople.HashOfThePassword(hasher)), cancellationToken);
        if (!added.Succeeded) throw new InvalidOperationException($"People of units were refused: {added.Failures[0].Code}");
    }

    internal static List<NewPerson> PeopleOf(IReadOnlyList<DemonstrationUnit> units, VietnameseNames names)
    {
        var people = new List<NewPerson>();
        var ordered = units.OrderBy(unit => unit.Tier).ThenBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        var namedWard = ordered.Find(unit => unit.Tier == DemonstrationTier.Ward && unit.Name.Vi == NamedWard);
        var namedHighSchool = ordered.Find(unit => unit.Tier == DemonstrationTier.HighSchool);
        var namedSchool = ordered.Find(unit => unit.Tier == DemonstrationTier.School && unit.LiesInUnitId is { } ward && ward == namedWard?.UnitId)
            ?? ordered.Find(unit => unit.Tier == DemonstrationTier.School);
        foreach (var unit in ordered)
        {
            void Add(string signInName, DateOnly? to, params Role[] roles) => people.Add(PersonOf(unit, names, signInName, to, roles));

            var stem = StemOf(unit);
            switch (unit.Tier)
            {
                case DemonstrationTier.City:
                    Add("togiupviec", null, Roles.Reviewer, Roles.CommitteeMember);
                    break;
                case DemonstrationTier.Department when unit.Code == DepartmentOfEducation:
                    Add("chuyenvien.so", null, Roles.Reviewer, Roles.PeriodManager);
                    Add("duyet2.so", null, Roles.Reviewer);
                    Add("nhap.so", null, Roles.Reporter);
                    break;
                case DemonstrationTier.District:
                    Add($"{stem}.nhap", LastDayOfDistrictPeople, Roles.Reporter);
                    Add($"{stem}.duyet", LastDayOfDistrictPeople, Roles.Reviewer);
                    break;
                case DemonstrationTier.Ward:
                    if (unit == namedWard) Add("phuong.saigon", null, Roles.Reporter, Roles.Reviewer);
                    Add($"{stem}.nhap", null, Roles.Reporter);
                    Add($"{stem}.duyet", null, Roles.Reviewer);
                    break;
                default:
                    Add(unit == namedHighSchool ? "thpt.demo" : unit == namedSchool ? "truong.demo" : stem, null, Roles.Reporter);
                    break;
            }
        }

        foreach (var (unit, signInName) in ((DemonstrationUnit?, string)[])[(namedWard, "lanhdao.phuong"), (namedHighSchool, "hieutruong.demo")])
        {
            if (unit is not null) people.Add(PersonOf(unit, names, signInName, null, [Roles.UnitHead]));
        }

        return people;
    }

    private static NewPerson PersonOf(DemonstrationUnit unit, VietnameseNames names, string signInName, DateOnly? to, Role[] roles) => new(
        new PersonDetails(names.Next(), $"{signInName}@{DemonstrationAccounts.Domain}", names.NextPhone(), unit.UnitId),
        [.. roles.Select(role => new RoleGrant(role.Code, role.Scoped ? unit.UnitId : null))],
        DemonstrationPeople.From,
        to);

    /// <summary>Tier and code: codes are unique within a tier, and were reused between tiers.</summary>
    private static string StemOf(DemonstrationUnit unit)
    {
        var tier = unit.Tier switch
        {
            DemonstrationTier.Department => "so",
            DemonstrationTier.District => "quan",
            DemonstrationTier.Ward => "px",
            DemonstrationTier.HighSchool => "thpt",
            DemonstrationTier.Centre => "gdtx",
            DemonstrationTier.School => "truong",
            _ => "tp",
        };
        return $"{tier}.{SearchText.Fold(unit.Code).Replace(' ', '-')}";
    }
}
