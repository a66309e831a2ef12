using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Application.Directory;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Application.Directory;

/// <summary>Whatever changed, in whatever order: the index answers as one would who reads every state.</summary>
internal sealed class UnitIndexTests
{
    private const int Units = 300;
    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly DateOnly Change = new(2023, 1, 1);
    private static readonly string[] Syllables = ["An", "Bình", "Hòa", "Hoà", "Tân", "Thạnh", "Đông", "Phú", "Thới", "12", "1"];

    [Test]
    public void It_finds_what_a_reader_of_all_finds([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var ids = Enumerable.Range(0, Units).Select(_ => Ids.New()).ToArray();
        var truth = ids.SelectMany((id, i) => States(id, i, ids, random)).ToList();
        var index = new UnitIndex(1, truth);
        for (var change = 2; change < 6; change++)
        {
            Guid[] touched = [.. ids.Where(_ => random.Next(20) == 0)];
            truth.RemoveAll(state => touched.Contains(state.UnitId));
            List<UnitState> now = [.. touched.Skip(1).SelectMany(id => States(id, Array.IndexOf(ids, id), ids, random))];
            truth.AddRange(now);
            index = index.With(change, touched, now);
            for (var i = 0; i < 40; i++) Check(index, truth, ids, random);
        }
    }

    private static void Check(UnitIndex index, List<UnitState> truth, Guid[] ids, Random random)
    {
        var day = random.Next(2) == 0 ? Start : Change;
        var text = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        if (text.Length > 1 && random.Next(3) == 0) text = text[..^1];
        var root = random.Next(3) == 0 ? ids[random.Next(10)] : (Guid?)null;
        var filter = new UnitFilter(day, text, random.Next(3) == 0 ? UnitType.Ward : null, root, UnitRelation.LiesIn);
        var expected = truth.Where(state => Passes(state, filter, truth)).Order(Comparer<UnitState>.Create(DirectoryPlace.Compare)).ToList();

        index.Find(filter).ShouldBe(expected, text);

        if (expected.Count > 2)
        {
            var middle = expected[expected.Count / 2];
            index.Find(filter, new DirectoryPlace(middle.Sort, middle.Code)).ShouldBe(expected.Skip((expected.Count / 2) + 1), "it reads on after a place");
        }

        var branch = new Branch(day, UnitRelation.LiesIn, root);
        index.Below(branch).ShouldBe(truth.Where(state => state.Days.Contains(day) && state.LiesInId == root).Order(Comparer<UnitState>.Create(DirectoryPlace.Compare)));
        index.CountBelow(branch).ShouldBe(index.Below(branch).Count());
    }

    private static bool Passes(UnitState state, UnitFilter filter, List<UnitState> truth)
    {
        if (!state.Days.Contains(filter.AsOf) || (filter.Type is { } type && state.Type != type)) return false;
        var at = 0;
        foreach (var word in SearchText.Fold(filter.Query).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            at = state.Search.IndexOf(" " + word, at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += word.Length + 1;
        }

        if (filter.Under is not { } root) return true;
        for (var above = state.LiesInId; above is { } id; above = truth.Find(other => other.UnitId == id && other.Days.Contains(filter.AsOf))?.LiesInId)
        {
            if (id == root) return true;
        }

        return false;
    }

    /// <summary>A unit of one or two states; it lies in one of those before it.</summary>
    private static IEnumerable<UnitState> States(Guid id, int number, Guid[] ids, Random random)
    {
        var isDivided = random.Next(3) == 0;
        yield return State(id, number, Start, isDivided ? Change.AddDays(-1) : null, ids, random);
        if (isDivided && random.Next(4) > 0) yield return State(id, number, Change, null, ids, random);
    }

    private static UnitState State(Guid id, int number, DateOnly from, DateOnly? to, Guid[] ids, Random random)
    {
        var name = "Phường " + string.Join(' ', Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));
        var parent = number < 3 ? (Guid?)null : ids[random.Next(Math.Min(number, 10))];
        return new UnitState
        {
            UnitId = id,
            ValidFrom = from,
            ValidTo = to,
            Code = $"C{number}",
            NameVi = name,
            NameEn = name,
            Search = $" {SearchText.Fold(name)}  c{number}",
            Sort = VietnameseOrder.Key(name),
            Type = random.Next(2) == 0 ? UnitType.Ward : UnitType.Commune,
            ReportsToId = parent,
            LiesInId = parent,
            FoundedOn = Start,
            ClosedOn = null,
            IsDemonstration = false,
        };
    }
}
