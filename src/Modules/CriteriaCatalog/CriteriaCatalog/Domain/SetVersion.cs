using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>Where a version stands: draft, then published, then retired; never back.</summary>
internal enum VersionState
{
    /// <summary>It may still be edited, and nobody reports by it.</summary>
    Draft,

    /// <summary>What it says is settled for ever.</summary>
    Published,

    /// <summary>It is no longer in force from a given day on; what was reported by it still reads by it.</summary>
    Retired,
}

/// <summary>
/// A version of a criteria set. Its content may change while it is a draft. From publication on only its validity may end: whoever
/// reads a figure of years ago reads the very words that it was reported under.
/// </summary>
internal sealed class SetVersion : IVersioned
{
    private SetVersion() => (SetCode, Content, ContentHash) = ("", null!, "");

    private SetVersion(Guid setId, SetContent content, DateTimeOffset at)
        : this()
    {
        Id = Ids.New();
        SetId = setId;
        SetCode = content.Code;
        Number = content.Number;
        CreatedAt = at;
        Take(content);
    }

    public Guid Id { get; private set; }

    public Guid SetId { get; private set; }

    public string SetCode { get; private set; }

    /// <summary>From 1; unique in its set.</summary>
    public int Number { get; private set; }

    public VersionState State { get; private set; }

    /// <summary>What the version says.</summary>
    public SetContent Content { get; private set; }

    /// <summary>SHA-256 of the content's canonical pack, in hexadecimal: shows that what was published is what is read.</summary>
    public string ContentHash { get; private set; }

    // What lists show, so that they need not read the content.
    public string NameVi { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public CriteriaSetOrigin Origin { get; private set; }

    public int IndicatorCount { get; private set; }

    /// <summary>First day in force.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day in force; null while no end is known.</summary>
    public DateOnly? ValidTo { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>A new draft.</summary>
    public static SetVersion Draft(CriteriaSet set, SetContent content, DateTimeOffset at) => new(set.Id, content, at);

    /// <summary>Puts other content in place of a draft's.</summary>
    public Result Revise(SetContent content)
    {
        if (State != VersionState.Draft) return CatalogFailures.VersionIsSettled.On("$.version", SetCode, Number);
        if (content.Code != SetCode || content.Number != Number)
            throw new ArgumentException("Content of another version.", nameof(content));
        Take(content);
        return Result.Ok;
    }

    /// <summary>Settles the content for ever, if it keeps every rule of a published version.</summary>
    /// <param name="earlier">The versions of the set that were published before.</param>
    /// <param name="at">Now.</param>
    public Result Publish(IReadOnlyCollection<Lifespan> earlier, DateTimeOffset at)
    {
        if (State != VersionState.Draft) return CatalogFailures.VersionIsSettled.With(SetCode, Number);
        var problems = PublishingRules.Problems(Content, earlier);
        if (problems.Count > 0) return Result.Failed(problems);
        State = VersionState.Published;
        PublishedAt = at;
        return Result.Ok;
    }

    /// <summary>Ends the validity of a published version.</summary>
    /// <param name="lastDay">Last day in force.</param>
    public Result Retire(DateOnly lastDay)
    {
        if (State != VersionState.Published) return CatalogFailures.OnlyPublishedRetires.With(SetCode, Number);
        if (lastDay < ValidFrom || lastDay > ValidTo) return CatalogFailures.LastDayOutside.On("lastDay", ValidFrom);
        State = VersionState.Retired;
        ValidTo = lastDay;
        return Result.Ok;
    }

    /// <summary>Makes room for the next version: this one is in force until the day before, at the latest.</summary>
    public void EndBefore(DateOnly nextValidFrom)
    {
        if (!(ValidTo < nextValidFrom)) ValidTo = nextValidFrom.AddDays(-1);
    }

    private void Take(SetContent content)
    {
        Content = content;
        ContentHash = PackWriter.Hash(content);
        NameVi = content.Name.Vi;
        NameEn = content.Name.En;
        Origin = content.Origin;
        IndicatorCount = content.PlacedIndicators().Count();
        ValidFrom = content.ValidFrom;
        ValidTo = content.ValidTo;
    }
}
