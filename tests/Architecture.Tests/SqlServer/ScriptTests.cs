using System.Text.RegularExpressions;
using LearningCity.Testing.SqlServer;
using Quartz;

namespace LearningCity.Architecture.Tests.SqlServer;

/// <summary>What is sent to a SQL Server when the product is installed.</summary>
internal sealed partial class ScriptTests
{
    private static IEnumerable<string> Contexts => MigrationScripts.Contexts.Select(context => context.Name);

    [TestCaseSource(nameof(Contexts))]
    public void Migrations_are_understood(string context) =>
        DialectChecker.OfProduct.Check(MigrationScripts.OfProduct[context]).ShouldBeEmpty();

    [Test]
    public void The_schedulers_tables_are_understood()
    {
        var scheduler = typeof(IScheduler).Assembly;
        var script = scheduler.GetManifestResourceNames()
            .Single(name => name.EndsWith("create_sqlServer.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(scheduler.GetManifestResourceStream(script)!);

        // The prefix of its tables is filled in when they are made.
        var sql = Placeholder().Replace(reader.ReadToEnd(), "QRTZ_");
        SqlServerCatalogue.Of(sql).Count.ShouldBeGreaterThan(10);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
