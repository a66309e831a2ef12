using System.Text.RegularExpressions;

namespace LearningCity.Architecture.Tests;

/// <summary>What holds for the text of the repository.</summary>
internal sealed partial class RepositoryTests
{
    private const int MostLines = 400;

    private static IEnumerable<string> Sources => Directory
        .EnumerateFiles(Product.Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Product.Root, file).Replace('\\', '/'))
        .Where(file => (file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal)
                || file.StartsWith("web/", StringComparison.Ordinal))
            && !Generated().IsMatch(file)
            && Path.GetExtension(file) is ".cs" or ".razor" or ".ts" or ".scss");

    [Test]
    public void No_file_holds_more_than_one_idea() =>
        Sources.Where(file => !Generated().IsMatch(file) && File.ReadLines(Path.Combine(Product.Root, file)).Count() > MostLines).ShouldBeEmpty();

    [Test]
    public void Nothing_is_left_for_later() =>
        Sources.Where(file => !Generated().IsMatch(file) && !file.EndsWith("RepositoryTests.cs", StringComparison.Ordinal)
                && Left().IsMatch(File.ReadAllText(Path.Combine(Product.Root, file))))
            .ShouldBeEmpty();

    [GeneratedRegex(@"(^|/)(bin|obj|node_modules|wwwroot|Migrations\.\w+/[A-Z]\w+)/")]
    private static partial Regex Generated();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|#region|NotImplementedException")]
    private static partial Regex Left();
}
