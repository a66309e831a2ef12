namespace LearningCity.BuildingBlocks.Results;

/// <summary>What every result offers, and how the pipeline makes a failed one without reflection.</summary>
/// <typeparam name="TSelf">The result type itself.</typeparam>
public interface IResult<out TSelf>
{
    /// <summary>Whether it succeeded.</summary>
    bool Succeeded { get; }

    /// <summary>Why it did not; empty where it did.</summary>
    IReadOnlyList<Failure> Failures { get; }

    /// <summary>A failed result.</summary>
    static abstract TSelf Failed(IReadOnlyList<Failure> failures);
}

/// <summary>The outcome of something that answers nothing: done, or refused for reasons (ADR 3).</summary>
public sealed record Result : IResult<Result>
{
    private Result(IReadOnlyList<Failure> failures) => Failures = failures;

    /// <summary>Done.</summary>
    public static Result Ok { get; } = new([]);

    /// <inheritdoc />
    public IReadOnlyList<Failure> Failures { get; }

    /// <inheritdoc />
    public bool Succeeded => Failures.Count == 0;

    /// <inheritdoc />
    public static Result Failed(IReadOnlyList<Failure> failures) => new(failures);

    /// <summary>A refusal.</summary>
    public static implicit operator Result(Failure failure) => new([failure]);

    /// <summary>A refusal.</summary>
    public static implicit operator Result(FailureDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new([definition.With()]);
    }
}

/// <summary>The outcome of something that answers a <typeparamref name="T"/>: the answer, or reasons for a refusal.</summary>
public sealed record Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Failure> failures) => (_value, Failures) = (value, failures);

    /// <inheritdoc />
    public IReadOnlyList<Failure> Failures { get; }

    /// <inheritdoc />
    public bool Succeeded => Failures.Count == 0;

    /// <summary>The answer; asking a failed result for it is a bug.</summary>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"No value: {Failures[0].Code}");

    /// <inheritdoc />
    public static Result<T> Failed(IReadOnlyList<Failure> failures) => new(default, failures);

    /// <summary>An answer.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, [failure]);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(FailureDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(default, [definition.With()]);
    }

    /// <summary>The answer, or the codes of the refusal.</summary>
    public override string ToString() => Succeeded ? $"{_value}" : string.Join(", ", Failures.Select(failure => failure.Code));

    /// <summary>Passes on the refusal of a step without an answer.</summary>
    public static implicit operator Result<T>(Result failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return failed.Succeeded ? throw new InvalidOperationException("A success without a value.") : new(default, failed.Failures);
    }

    /// <summary>The refusal alone, for a caller that answers nothing; succeeded if this did.</summary>
    public Result WithoutValue() => Succeeded ? Result.Ok : Result.Failed(Failures);
}
