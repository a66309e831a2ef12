using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Application.SigningIn;

/// <summary>A person proves who they are. A wrong name and a wrong password are answered alike, and take as long.</summary>
internal sealed record SignIn(string? Name, string? Password) : ICommand<SignedIn>;

internal sealed class SignInHandler(
    IAccessDb db, IPasswordHasher<Person> hasher, IOptions<AccessOptions> options, TimeProvider clock) : ICommandHandler<SignIn, SignedIn>
{
    /// <summary>Verified where no such person exists, so that the answer takes as long. Of a random password, made once.</summary>
    private static string? _nobodysHash;

    public async Task<Result<SignedIn>> Handle(SignIn command, CancellationToken cancellationToken)
    {
        var email = options.Value.SignInName(command.Name ?? "");
        var nameHash = Secrets.HashOf(email);
        var now = clock.GetUtcNow();
        var failures = await db.SignInFailures.FirstOrDefaultAsync(f => f.NameHash == nameHash, cancellationToken);
        if (failures is not null && failures.IsLockedAt(now)) return LockedOut(failures.LockedUntil!.Value - now);

        var person = await db.People.FirstOrDefaultAsync(p => p.Email == email && p.IsActive, cancellationToken);
        var verdict = Verify(person, command.Password ?? "");
        if (verdict == PasswordVerificationResult.Failed || person is null) return await RefuseAsync(nameHash, person?.Id, now, cancellationToken);

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            person.RehashPassword(hasher.HashPassword(person, PasswordRule.Normalize(command.Password!)));
        if (failures is not null) db.SignInFailures.Remove(failures);
        db.Audit(new AuditEntry("access.signed_in", "person", person.Id.ToString(), person.HomeUnitId));
        var saved = await db.TrySaveAsync(cancellationToken);

        // Somebody else signed in under the same name at once: both had the right password.
        return saved.Succeeded || saved.Failures[0].Definition == PlatformFailures.Stale ? new SignedIn(person.Id, person.SecurityStamp) : saved;
    }

    private PasswordVerificationResult Verify(Person? person, string password)
    {
        var normal = PasswordRule.Normalize(password.Length > PasswordRule.Longest ? "" : password);
        if (person?.PasswordHash is { } hash) return hasher.VerifyHashedPassword(person, hash, normal);
        _nobodysHash ??= hasher.HashPassword(null!, Secrets.NewToken());
        hasher.VerifyHashedPassword(null!, _nobodysHash, normal);
        return PasswordVerificationResult.Failed;
    }

    private async Task<Result<SignedIn>> RefuseAsync(string nameHash, Guid? personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var count = await CountAsync(nameHash, now, cancellationToken);
        if (count < SignInFailures.MostFailures) return AccessFailures.WrongNameOrPassword;
        if (count == SignInFailures.MostFailures)
        {
            db.Audit(new AuditEntry("access.locked_out", "person", personId?.ToString() ?? "unknown"));
            await db.SaveChangesAsync(cancellationToken);
        }

        return LockedOut(SignInFailures.LockedFor);
    }

    /// <summary>Counts in the database, so that many attempts at once count each.</summary>
    private async Task<int> CountAsync(string nameHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.NotAudited("A wrong password changes nothing; the one that locks the name is audited");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(() => CountOnceAsync(nameHash, now, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt == 1 && db.IsUniqueViolation(exception))
            {
                // Two first failures at once; the second time the row is there.
            }
        }
    }

    private async Task<int> CountOnceAsync(string nameHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var forgottenBefore = now - SignInFailures.LockedFor;
        var updated = await db.SignInFailures.Where(f => f.NameHash == nameHash).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.Count, f => f.LastAt <= forgottenBefore ? 1 : f.Count + 1).SetProperty(f => f.LastAt, now),
            cancellationToken);
        if (updated > 0)
            return await db.SignInFailures.Where(f => f.NameHash == nameHash).Select(f => f.Count).FirstAsync(cancellationToken);
        var first = db.SignInFailures.Add(new SignInFailures(nameHash, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            first.State = EntityState.Detached;
            throw;
        }

        return 1;
    }

    private static Failure LockedOut(TimeSpan left) => AccessFailures.LockedOut.With((int)Math.Ceiling(left.TotalMinutes));
}
