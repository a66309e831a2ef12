using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Host;

/// <summary>What the host does instead of serving, when it is asked to: <c>migrate</c>, <c>verify-audit</c>, <c>check-document</c>.</summary>
internal static class Commands
{
    /// <summary>Runs the command that the first argument names; null if it names none.</summary>
    internal static async Task<int?> TryRunAsync(WebApplication app, string[] args) => args.FirstOrDefault() switch
    {
        "migrate" => await MigrateAsync(app),
        "verify-audit" => await VerifyAuditAsync(app),
        "check-document" => DocumentCheck.Run(args[1..], Console.Out),
        _ => null,
    };

    private static async Task<int> MigrateAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }

    private static async Task<int> VerifyAuditAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAsync(CancellationToken.None);
        var verdict = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        Console.WriteLine(verdict.Fault is null
            ? $"{verdict.RowsVerified} audit rows are in order; the last hash is {verdict.LastHash}"
            : $"Row {verdict.FaultyNumber}: {SnakeCase.Of(verdict.Fault.Value)}; {verdict.RowsVerified} rows before it are in order");
        return verdict.Fault is null ? 0 : 1;
    }
}
