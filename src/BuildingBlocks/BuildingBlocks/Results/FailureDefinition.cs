using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.BuildingBlocks.Results;

/// <summary>
/// A refusal that is expected in normal use: a stable code and what to say to people. Declared once, as a static member of a
/// module's failures class.
/// </summary>
/// <param name="Code"><c>module.reason</c>; never changes once published.</param>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Vi">Vietnamese sentence: what happened, what is safe, what to do. <c>{0}</c> stands for the first argument.</param>
/// <param name="En">The same in English.</param>
public sealed record FailureDefinition(string Code, FailureKind Kind, string Vi, string En)
{
    /// <summary>A failure of this definition.</summary>
    /// <param name="arguments">Fill <c>{0}</c>, <c>{1}</c> and so on.</param>
    public Failure With(params object[] arguments) => new(this, null, arguments);

    /// <summary>A failure of this definition that names the field at fault.</summary>
    /// <param name="field">Path of the field as the caller sent it, camelCase.</param>
    /// <param name="arguments">Fill <c>{0}</c>, <c>{1}</c> and so on.</param>
    public Failure On(string field, params object[] arguments) => new(this, field, arguments);

    /// <summary>A failure of this definition without arguments.</summary>
    public static implicit operator Failure(FailureDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.With();
    }

    /// <summary>The failure without arguments, for languages without implicit conversion.</summary>
    public Failure ToFailure() => With();

    internal LocalText Template => new(Vi, En);
}
