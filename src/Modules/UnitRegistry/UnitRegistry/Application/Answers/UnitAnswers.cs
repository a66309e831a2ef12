using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Answers;

/// <summary>How a stored state is told to strangers.</summary>
internal static class UnitAnswers
{
    internal static UnitSummary ToSummary(this UnitState state) => new(
        state.UnitId, state.Code, new LocalText(state.NameVi, state.NameEn), state.Type, state.ReportsToId, state.LiesInId,
        state.FoundedOn, state.ClosedOn, state.IsDemonstration);

    /// <summary>The states in force on a day.</summary>
    internal static IQueryable<UnitState> On(this IQueryable<UnitState> states, DateOnly day) =>
        states.Where(state => state.ValidFrom <= day && (state.ValidTo == null || state.ValidTo >= day));

    /// <summary>Of one unit's states, the one in force on a day, or else the nearest.</summary>
    internal static UnitState Nearest(IEnumerable<UnitState> states, DateOnly day)
    {
        var inOrder = states.OrderBy(state => state.ValidFrom).ToList();
        return inOrder.FindLast(state => state.ValidFrom <= day) ?? inOrder[0];
    }
}
