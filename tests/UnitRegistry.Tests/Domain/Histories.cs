using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Domain;

/// <summary>Random histories of the small land.</summary>
internal static class Histories
{
    internal const int Years = 5;

    /// <summary>Each year something happens to wards that exist then: a merger, a split with or without known shares, a transfer of a part.</summary>
    internal static Land Of(Random random)
    {
        var land = new Land();
        for (var year = 1; year <= Years; year++)
        {
            var day = Land.Start.AddYears(year);
            var wards = land.Book.Units.Where(unit => unit.Life.Contains(day) && unit.TypeOn(day) == UnitType.Ward).Select(unit => unit.Id).ToArray();
            random.Shuffle(wards);
            if (wards.Length < 3) break;
            var parent = land.Districts[random.Next(2)];
            decimal? share = random.Next(3) == 0 ? null : random.Next(1, 10) / 10m;
            var plan = random.Next(3) switch
            {
                0 => Merge(wards, parent, day),
                1 => Split(wards, parent, day, share),
                _ => Land.Plan(ReorganisationKind.PartialTransfer, day, null, [Land.Part(wards[0], wards[1], share)]),
            };
            land.Apply(plan).Succeeded.ShouldBeTrue();
        }

        return land;
    }

    private static ReorganisationPlan Merge(Guid[] wards, Guid parent, DateOnly day)
    {
        var unit = Land.New("Phường gộp", UnitType.Ward, parent, day);
        return Land.Plan(ReorganisationKind.Merge, day, [unit], [Land.Whole(wards[0], unit.Id), Land.Whole(wards[1], unit.Id)]);
    }

    private static ReorganisationPlan Split(Guid[] wards, Guid parent, DateOnly day, decimal? share)
    {
        var unit = Land.New("Phường tách", UnitType.Ward, parent, day);
        return Land.Plan(
            ReorganisationKind.Split, day, [unit], [Land.Part(wards[0], unit.Id, share), Land.Part(wards[0], wards[1], 1 - share)], closes: [wards[0]]);
    }
}
