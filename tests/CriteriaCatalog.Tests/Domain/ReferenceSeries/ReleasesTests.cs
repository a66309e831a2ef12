using FsCheck;
using FsCheck.Fluent;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

namespace LearningCity.CriteriaCatalog.Tests.Domain.ReferenceSeries;

/// <summary>Releases one after the other: each reads for ever as it read when it was the newest.</summary>
internal sealed class ReleasesTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20250701, 1);

    private static readonly Gen<SeriesCell> Cells =
        from day in Gen.Choose(1, 2)
        from unit in Gen.Elements("26734", "26737")
        from sex in Gen.Elements(Enum.GetValues<PopulationSex>())
        select new SeriesCell(new DateOnly(2025, 7, day), unit, AgeGroup.All, sex);

    private static readonly Gen<Dictionary<SeriesCell, decimal?>> Files =
        from rows in (from cell in Cells from value in Gen.Choose(0, 3) select (cell, value)).ArrayOf().Resize(6)
        select rows.DistinctBy(row => row.cell).ToDictionary(row => row.cell, row => row.value == 0 ? (decimal?)null : row.value);

    [Test]
    public void What_a_release_read_stays_readable_and_the_newest_says_what_its_file_says() =>
        Prop.ForAll(Files.ArrayOf().Resize(6).ToArbitrary(), files =>
        {
            var observations = new List<Observation>();
            var read = new List<Dictionary<SeriesCell, decimal?>> { new() };
            foreach (var file in files)
            {
                var release = read.Count;
                observations.AddRange(Releases.Compare(Releases.AsOf(observations, release - 1), file).Select(change => Row(change, release)));
                read.Add(Values(observations, release));
                if (!file.All(row => read[release].GetValueOrDefault(row.Key) == row.Value)) return false;
            }

            return Enumerable.Range(0, read.Count).All(release => Same(Values(observations, release), read[release]));
        }).Check(Law);

    [Test]
    public void A_file_that_says_nothing_new_changes_nothing() => Prop.ForAll(Files.ToArbitrary(), file =>
    {
        var first = Releases.Compare(Releases.AsOf([], 0), file).Select(change => Row(change, 1)).ToList();
        return Releases.Compare(Releases.AsOf(first, 1), file).Count == 0;
    }).Check(Law);

    private static Dictionary<SeriesCell, decimal?> Values(IEnumerable<Observation> observations, int release) =>
        Releases.AsOf(observations, release).ToDictionary(cell => cell.Key, cell => cell.Value.Value);

    private static bool Same(Dictionary<SeriesCell, decimal?> one, Dictionary<SeriesCell, decimal?> other) =>
        one.Count == other.Count && one.All(cell => other.TryGetValue(cell.Key, out var value) && value == cell.Value);

    private static Observation Row(SeriesChange change, int release) => new()
    {
        SeriesId = Guid.Empty,
        ObservedOn = change.Cell.ObservedOn,
        UnitCode = change.Cell.UnitCode,
        AgeFrom = change.Cell.Ages.From,
        AgeTo = change.Cell.Ages.To,
        Sex = change.Cell.Sex,
        ReleaseNumber = release,
        Value = change.After,
    };
}
