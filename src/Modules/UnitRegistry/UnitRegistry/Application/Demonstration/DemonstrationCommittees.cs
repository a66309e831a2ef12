using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Demonstration;

/// <summary>
/// When which unit of the demonstration city sets up its committee. By 30 October 2024 it is what the city reported then: 16 of 22
/// districts, 98 of 205 high schools, 8 of 31 centres. A committee ends with its unit: wards of the reform begin from nothing.
/// </summary>
internal sealed class DemonstrationCommittees(int seed, DateOnly today)
{
    private static readonly DateOnly FirstReview = new(2024, 10, 30);
    private readonly Random _random = new(seed);
    private int _number = 100;

    internal IReadOnlyList<NewCommittee> All(IReadOnlyList<UnitState> districts, IReadOnlyList<UnitState> wards, IReadOnlyList<UnitState> schools, IReadOnlyList<UnitState> centres) =>
    [
        .. Give(districts, [(16, new(2024, 5, 6), FirstReview), (4, new(2024, 11, 15), new(2025, 3, 31))], "Chủ tịch Ủy ban nhân dân"),
        .. Give(
            wards,
            [
                (48, CityPack.Reform.AddDays(31), new(2025, 12, 10)), (44, new(2026, 1, 5), new(2026, 6, 10)),
                (28, new(2026, 7, 1), new(2026, 12, 10)), (20, new(2027, 1, 5), new(2027, 6, 10)),
            ],
            "Chủ tịch Ủy ban nhân dân"),
        .. Give(
            schools,
            [
                (98, new(2024, 9, 10), FirstReview), (24, new(2024, 12, 2), new(2025, 5, 30)), (31, new(2025, 9, 8), new(2026, 5, 29)),
                (22, new(2026, 9, 7), new(2026, 12, 10)),
            ],
            "Hiệu trưởng"),
        .. Give(
            centres,
            [
                (8, new(2024, 9, 10), FirstReview), (6, new(2024, 12, 2), new(2025, 5, 30)), (7, new(2025, 9, 8), new(2026, 5, 29)),
                (4, new(2026, 9, 7), new(2026, 12, 10)),
            ],
            "Giám đốc"),
    ];

    /// <summary>Draws units without repetition, so many in each time; decisions of the future are left out.</summary>
    private IEnumerable<NewCommittee> Give(IReadOnlyList<UnitState> units, IReadOnlyList<(int Count, DateOnly From, DateOnly To)> times, string head)
    {
        var order = units.ToArray();
        _random.Shuffle(order);
        var next = 0;
        foreach (var (count, from, to) in times)
        {
            for (var i = 0; i < count && next < order.Length; i++, next++)
            {
                var unit = order[next];
                var day = from.AddDays(_random.Next(to.DayNumber - from.DayNumber + 1));
                var members = 9 + _random.Next(13);
                if (day > today || (unit.ClosedOn is { } last && day > last)) continue;
                yield return new NewCommittee(unit.UnitId, Decision(unit.Type, _number++), day, null, null, head, members);
            }
        }
    }

    private static string Decision(UnitType type, int number) => type switch
    {
        UnitType.HighSchool => $"{number}/QĐ-THPT (trình diễn)",
        UnitType.Cec => $"{number}/QĐ-GDTX (trình diễn)",
        _ => $"{number}/QĐ-UBND (trình diễn)",
    };
}
