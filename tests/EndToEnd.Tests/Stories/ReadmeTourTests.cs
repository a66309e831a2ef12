using System.Diagnostics;
using System.Text.RegularExpressions;
using LearningCity.EndToEnd.Tests.Harness;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>The tour of the API in README.md is run as it stands there, so that it cannot rot.</summary>
internal sealed partial class ReadmeTourTests
{
    private const string PrintedAddress = "http://localhost:5080";

    [Test]
    public async Task The_tour_in_the_readme_works_as_printed()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(FindRoot(), "README.md"));
        var tour = Tour().Match(readme);
        tour.Success.ShouldBeTrue("README.md has no bash block after the mark <!-- tour -->");
        await using var host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());
        var folder = Directory.CreateTempSubdirectory("learningcity-tour-").FullName;
        var script = "set -euo pipefail\n" + tour.Groups[1].Value.Replace(PrintedAddress, host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "tour.sh"), script);
        var start = new ProcessStartInfo("bash", ["tour.sh"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BASE"] = host.Address.ToString().TrimEnd('/');
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        TestContext.Out.WriteLine(output);
        process.ExitCode.ShouldBe(0, $"{await errors}\n{output}");
        Directory.Delete(folder, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LearningCity.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The solution was not found above the tests.");
    }

    [GeneratedRegex("<!-- tour -->\\s*```(?:bash|sh)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Tour();
}
