using System.Diagnostics;
using System.Globalization;
using LearningCity.Analytics.Infrastructure.Pdf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LearningCity.Analytics.Tests.Application.Reports;

/// <summary>The browser is killed while it prints: the print fails at once, and the next one has a browser of its own.</summary>
internal sealed class KilledBrowserTests
{
    [Test]
    public async Task A_print_whose_browser_is_killed_fails_and_the_next_one_prints()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Finds the browser's process by /proc, which only Linux has.");
        await using var printer = new ChromiumPrinter(Options.Create(new PdfOptions()), NullLogger<ChromiumPrinter>.Instance);
        if (!printer.IsAvailable) Assert.Ignore("No browser to print with: apt-get install chromium.");
        (await printer.PrintAsync("<p>Một</p>", CancellationToken.None)).Succeeded.ShouldBeTrue();

        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(row => $"<tr><td>{row}</td><td>Phường {row}</td></tr>"));
        var printing = printer.PrintAsync($"<table>{rows}</table>", CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        printing.IsCompleted.ShouldBeFalse();
        foreach (var shell in ChildrenOf(Environment.ProcessId)) foreach (var browser in ChildrenOf(shell).Where(id => NameOf(id).Contains("chrom", StringComparison.Ordinal))) Kill(browser);

        var outcome = await printing.WaitAsync(TimeSpan.FromSeconds(30));
        outcome.Failures.ShouldHaveSingleItem().Code.ShouldBe("analytics.print_failed");
        (await printer.PrintAsync("<p>Hai</p>", CancellationToken.None)).Value.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
    }

    /// <summary>The fourth field of a process's status line is its parent; its name, in brackets before that, may hold spaces.</summary>
    private static IReadOnlyList<int> ChildrenOf(int parent) =>
        [.. from folder in Directory.GetDirectories("/proc")
            where int.TryParse(Path.GetFileName(folder), out _)
            let status = Read(Path.Combine(folder, "stat"))
            where status.Length > 0 && status[(status.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture)
            select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)];

    private static string NameOf(int id) => Read($"/proc/{id}/comm");

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
