using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>A criteria set: the line of its versions. Everything that it says is said by a version.</summary>
internal sealed class CriteriaSet : IVersioned
{
    /// <summary>A new set without versions.</summary>
    public CriteriaSet(string code) => (Id, Code) = (Ids.New(), code);

    private CriteriaSet() => Code = "";

    public Guid Id { get; private set; }

    /// <summary>In URLs; unique, never changes.</summary>
    public string Code { get; private set; }

    /// <summary>
    /// Number of the version that was published last. Every publication writes it, so that of two at the same moment one is refused:
    /// neither could see the other's first day.
    /// </summary>
    public int? NewestPublished { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Remembers a publication.</summary>
    public void NotePublished(int number) => NewestPublished = number;
}
