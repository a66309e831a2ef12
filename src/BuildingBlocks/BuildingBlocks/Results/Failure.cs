using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.BuildingBlocks.Results;

/// <summary>One refusal: its definition, the field at fault if there is one, and what fills the sentence.</summary>
public sealed record Failure(FailureDefinition Definition, string? Field, IReadOnlyList<object> Arguments)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The stable code, <c>module.reason</c>.</summary>
    public string Code => Definition.Code;

    /// <summary>What kind of refusal it is.</summary>
    public FailureKind Kind => Definition.Kind;

    /// <summary>The sentence for people.</summary>
    public string Message(Language language)
    {
        var culture = language == Language.En ? English : Vietnamese;
        var arguments = Arguments.Select(argument => argument switch
        {
            LocalText text => text.In(language),
            DateOnly date => date.ToString(language == Language.En ? "d MMMM yyyy" : "dd/MM/yyyy", culture),
            _ => argument,
        }).ToArray();
        return string.Format(culture, Definition.Template.In(language), arguments);
    }
}
