using System.Linq.Expressions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Units;

/// <summary>A module's window that keeps a copy of the trees.</summary>
public interface IUnitPlacesDb : IModuleDb
{
    /// <summary>The copy.</summary>
    DbSet<UnitPlace> UnitPlaces { get; }
}

/// <summary>Maps, fills and asks a module's copy of the trees.</summary>
public static class UnitPlaces
{
    /// <summary>Units deleted by one statement: fewer than the parameters that any of the databases takes.</summary>
    private const int UnitsAtOnce = 500;

    /// <summary>Maps the copy; call it from the context's <c>Map</c>.</summary>
    public static void MapUnitPlaces(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<UnitPlace>(place =>
        {
            place.ToTable("UnitPlaces");
            place.HasKey(p => new { p.UnitId, p.Relation, p.AncestorId, p.ValidFrom });
            place.HasIndex(p => new { p.AncestorId, p.Relation, p.UnitId });
        });
    }

    /// <summary>Replaces everything that the copy says of some units, in one transaction.</summary>
    /// <param name="db">The module's window.</param>
    /// <param name="unitIds">The units; null for all.</param>
    /// <param name="read">
    /// Asks the registry for the present places. It is called after the old rows are deleted: whoever replaces the same units at the same
    /// time waits on those rows, and so reads later than this one did.
    /// </param>
    /// <param name="cancellationToken">Undoes the whole.</param>
    public static async Task ReplaceUnitPlacesAsync(
        this IUnitPlacesDb db, IReadOnlyCollection<Guid>? unitIds, Func<Task<IEnumerable<UnitPlace>>> read,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(read);
        await db.InTransactionAsync(
            async () =>
            {
                if (unitIds is null) await db.UnitPlaces.ExecuteDeleteAsync(cancellationToken);
                foreach (var some in (unitIds ?? []).Distinct().Chunk(UnitsAtOnce))
                    await db.UnitPlaces.Where(place => some.Contains(place.UnitId)).ExecuteDeleteAsync(cancellationToken);
                return await db.BulkInsertAsync(await read(), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The units that lie under any of the roots on a day, along a relation; the roots themselves among them.</summary>
    /// <remarks>Use it inside another query: <c>list.Where(x => db.UnitPlaces.Under(roots, relation, day).Contains(x.UnitId))</c>.</remarks>
    public static IQueryable<Guid> Under(
        this IQueryable<UnitPlace> places, IReadOnlyList<Guid> roots, UnitRelation relation, DateOnly on) =>
        places
            .Where(place => roots.Contains(place.AncestorId) && place.Relation == relation
                && place.ValidFrom <= on && (place.ValidTo == null || place.ValidTo >= on))
            .Select(place => place.UnitId);

    /// <summary>
    /// Keeps of a list what lies within a scope on a day, along <c>reports to</c>. A root covers itself even where the copy does not know it yet.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="places">The module's copy.</param>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="unitOf">The unit of an item.</param>
    /// <param name="on">The day whose tree decides.</param>
    public static IQueryable<T> WithinScope<T>(
        this IQueryable<T> list, IQueryable<UnitPlace> places, ScopeRoots scope,
        Expression<Func<T, Guid>> unitOf, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(unitOf);
        if (scope.Everywhere) return list;
        var roots = scope.UnitIds;
        var covered = places.Under(roots, UnitRelation.ReportsTo, on);
        var isCovered = (Expression<Func<Guid, bool>>)(unit => roots.Contains(unit) || covered.Contains(unit));
        var body = new Substitution(isCovered.Parameters[0], unitOf.Body).Visit(isCovered.Body);
        return list.Where(Expression.Lambda<Func<T, bool>>(body, unitOf.Parameters));
    }

    private sealed class Substitution(
        ParameterExpression parameter, Expression by)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == parameter ? by : base.VisitParameter(node);
    }
}
