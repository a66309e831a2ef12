using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>What handlers may do with their module's context; <see cref="ModuleDbContext"/> does it.</summary>
public interface IModuleDb
{
    /// <inheritdoc cref="ModuleDbContext.Publish" />
    void Publish(IIntegrationEvent integrationEvent);

    /// <inheritdoc cref="ModuleDbContext.Audit" />
    void Audit(AuditEntry entry);

    /// <inheritdoc cref="ModuleDbContext.NotAudited" />
    void NotAudited(string reason);

    /// <inheritdoc cref="ModuleDbContext.IsNewAsync" />
    Task<bool> IsNewAsync(Guid eventId, string listener, CancellationToken cancellationToken);

    /// <inheritdoc cref="ModuleDbContext.InTransactionAsync" />
    Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken);

    /// <inheritdoc cref="ModuleDbContext.BulkInsertAsync" />
    Task<long> BulkInsertAsync<TEntity>(IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class;

    /// <inheritdoc cref="ModuleDbContext.IsUniqueViolation" />
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Saves what was changed, with its events and audit rows, in one transaction.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
