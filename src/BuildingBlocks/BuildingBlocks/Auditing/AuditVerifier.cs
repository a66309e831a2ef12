using LearningCity.BuildingBlocks.Platform;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Auditing;

/// <summary>Reads the whole chain and says where it is broken.</summary>
public sealed class AuditVerifier(PlatformDbContext db)
{
    /// <summary>Verifies every sealed row.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        var hash = AuditChain.Start;
        long number = 0;
        await foreach (var row in db.Set<AuditRow>().AsNoTracking().Where(row => row.Number != null)
            .OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            number++;
            if (row.Number != number) return new AuditVerdict(number - 1, number, AuditFault.RowMissing, hash);
            var expected = AuditChain.HashOf(hash, number, row);
            if (row.Hash != expected) return new AuditVerdict(number - 1, number, AuditFault.RowChanged, hash);
            hash = expected;
        }

        return new AuditVerdict(number, null, null, hash);
    }
}

/// <summary>What is wrong with the chain at the first faulty row.</summary>
public enum AuditFault
{
    /// <summary>A row was removed, or one put in between.</summary>
    RowMissing,

    /// <summary>A row, or its hash, was changed.</summary>
    RowChanged,
}

/// <summary>Outcome of a verification.</summary>
/// <param name="RowsVerified">How many rows are in order, from the first.</param>
/// <param name="FaultyNumber">Number of the first row that is not; null if all are.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="LastHash">Hash of the last row in order: kept elsewhere, it also shows rows cut off at the end.</param>
public sealed record AuditVerdict(long RowsVerified, long? FaultyNumber, AuditFault? Fault, string LastHash);
