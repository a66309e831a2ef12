namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>
/// When a published version is in force. Publishing the next one ends it on the day before, so that each date has one version at most.
/// </summary>
/// <param name="VersionId">The version.</param>
/// <param name="Number">Its number.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force; null while no end is known.</param>
internal sealed record Lifespan(Guid VersionId, int Number, DateOnly ValidFrom, DateOnly? ValidTo)
{
    /// <summary>Whether it is in force on a day.</summary>
    internal bool Includes(DateOnly day) => ValidFrom <= day && !(ValidTo < day);
}
