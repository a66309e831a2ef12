using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>What the pages call the parts of a reference series.</summary>
internal static class SeriesWords
{
    internal static LocalText Of(PopulationSex sex) => sex switch
    {
        PopulationSex.Female => new("Nữ", "Female"),
        PopulationSex.Male => new("Nam", "Male"),
        _ => new("Chung", "Both"),
    };
}
