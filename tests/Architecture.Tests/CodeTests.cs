using System.Reflection;
using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Architecture.Tests;

/// <summary>Codes that others rely on: failures and permissions.</summary>
internal sealed partial class CodeTests
{
    private static IReadOnlyList<FailureDefinition> Failures { get; } =
    [
        .. Product.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(FailureDefinition) && !field.DeclaringType!.ContainsGenericParameters)
            .Select(field => (FailureDefinition)field.GetValue(null)!),
    ];

    [Test]
    public void Failure_codes_are_unique() =>
        Failures.GroupBy(failure => failure.Code).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Test]
    public void Failure_codes_say_module_and_reason() => Failures.Select(failure => failure.Code).ShouldAllBe(code => Code().IsMatch(code));

    [Test]
    public void Failures_speak_both_languages_of_the_same_things() => Failures
        .Where(failure => failure.Code != PlatformFailures.InvalidField.Code)
        .Where(failure => string.IsNullOrWhiteSpace(failure.Vi) || string.IsNullOrWhiteSpace(failure.En)
            || !Places(failure.Vi).SetEquals(Places(failure.En)))
        .Select(failure => failure.Code)
        .ShouldBeEmpty();

    /// <summary>Words that make people small; ux.md of the design says what to write instead.</summary>
    [Test]
    public void Failures_do_not_blame_or_shout() => Failures
        .Where(failure => Blame().IsMatch(failure.Vi) || failure.Vi.Contains('!', StringComparison.Ordinal) || failure.En.Contains('!', StringComparison.Ordinal))
        .Select(failure => $"{failure.Code}: {failure.Vi}")
        .ShouldBeEmpty();

    [Test]
    public void Permission_codes_are_unique_and_say_module_and_action()
    {
        var permissions = Product.Modules.SelectMany(module => module.Permissions.Select(permission => (module.Name, permission.Code))).ToList();
        permissions.Select(permission => permission.Code).ShouldBeUnique();
        permissions.ShouldAllBe(permission =>
            permission.Code.StartsWith(BuildingBlocks.Data.Schemas.Of(permission.Name) + ".", StringComparison.Ordinal) && Code().IsMatch(permission.Code));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"^[a-z_]+\.[a-z0-9_]+$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(sai|thất bại|cấm)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Blame();
}
