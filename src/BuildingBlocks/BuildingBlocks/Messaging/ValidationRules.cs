using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.BuildingBlocks.Messaging;

/// <summary>How validators say what is wrong: in both languages.</summary>
public static class ValidationRules
{
    /// <summary>Gives the rule before it its sentence in both languages.</summary>
    public static IRuleBuilderOptions<T, TProperty> Say<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, string vi, string en) =>
        rule.WithState(_ => new Sentence(vi, en));

    /// <summary>A text that must be given and is at most <paramref name="longest"/> characters long, none of them the zero that PostgreSQL cannot store.</summary>
    public static IRuleBuilderOptions<T, string?> RequiredText<T>(this IRuleBuilder<T, string?> rule, int longest) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal))
        .Say($"Vui lòng nhập nội dung, tối đa {longest} ký tự.", $"Enter a text of at most {longest} characters.");

    internal static Failure ToFailure(ValidationFailure error)
    {
        var sentence = error.CustomState as Sentence
            ?? new Sentence("Giá trị này chưa đúng quy định.", "This value breaks a rule.");
        return PlatformFailures.InvalidField.On(CamelCase(error.PropertyName), sentence.Vi, sentence.En);
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private sealed record Sentence(string Vi, string En);
}
