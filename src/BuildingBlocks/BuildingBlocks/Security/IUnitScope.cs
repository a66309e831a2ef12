namespace LearningCity.BuildingBlocks.Security;

/// <summary>Answers which units lie under others. Implemented by UnitRegistry; scope follows <c>reports to</c>.</summary>
public interface IUnitScope
{
    /// <summary>Whether <paramref name="unitId"/> is one of <paramref name="roots"/>, or reports to one of them, on that day.</summary>
    Task<bool> CoversAsync(IReadOnlyCollection<Guid> roots, Guid unitId, DateOnly on, CancellationToken cancellationToken);
}
