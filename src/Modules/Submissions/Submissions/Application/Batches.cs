using System.Security.Cryptography;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>What commands on many submissions share.</summary>
internal static class Batches
{
    /// <summary>Submissions changed in one transaction: it stays under a quarter of a second.</summary>
    internal const int SubmissionsAtOnce = 200;

    private const int MostAttempts = 10;

    /// <summary>Tries a change again on what is there now, where somebody else changed a row in between.</summary>
    internal static async Task<T> RetryAsync<T>(ISubmissionsDb db, Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DbUpdateException exception) when (
                attempt < MostAttempts && (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception)))
            {
                db.Forget();
            }
        }
    }

    /// <summary>One audit row for a batch: how many, and a hash that says which.</summary>
    internal static AuditEntry Audit(string action, IReadOnlyList<Submission> done)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var submission in done.OrderBy(s => s.Id)) hash.AppendData(submission.Id.ToByteArray(bigEndian: true));
        return new AuditEntry(
            action, "period", done[0].PeriodId.ToString(), null,
            new { count = done.Count, hash = Convert.ToHexStringLower(hash.GetHashAndReset()) });
    }
}
