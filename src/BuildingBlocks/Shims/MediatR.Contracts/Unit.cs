namespace MediatR;

/// <summary>The answer of a request that has none.</summary>
public readonly struct Unit : IEquatable<Unit>, IComparable<Unit>, IComparable
{
    private static readonly Unit Only;

    /// <summary>The one value.</summary>
    public static ref readonly Unit Value => ref Only;

    /// <summary>A finished task with the one value.</summary>
    public static Task<Unit> Task { get; } = System.Threading.Tasks.Task.FromResult(Only);

    /// <inheritdoc />
    public int CompareTo(Unit other) => 0;

    int IComparable.CompareTo(object? obj) => 0;

    /// <inheritdoc />
    public bool Equals(Unit other) => true;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Unit;

    /// <inheritdoc />
    public override int GetHashCode() => 0;

    /// <inheritdoc />
    public override string ToString() => "()";

    /// <summary>Always equal.</summary>
    public static bool operator ==(Unit first, Unit second) => true;

    /// <summary>Never different.</summary>
    public static bool operator !=(Unit first, Unit second) => false;
}
