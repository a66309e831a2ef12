namespace Microsoft.SqlServer.Server;

/// <summary>Limits of a CLR parameter or answer.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue)]
public sealed class SqlFacetAttribute : Attribute
{
    /// <summary>Whether the length is fixed.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether null is allowed.</summary>
    public bool IsNullable { get; set; }

    /// <summary>Greatest size.</summary>
    public int MaxSize { get; set; }

    /// <summary>Digits in all.</summary>
    public int Precision { get; set; }

    /// <summary>Digits after the point.</summary>
    public int Scale { get; set; }
}

/// <summary>A CLR function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class SqlFunctionAttribute : Attribute
{
    /// <summary>Whether it reads user data.</summary>
    public DataAccessKind DataAccess { get; set; }

    /// <summary>Whether it reads system data.</summary>
    public SystemDataAccessKind SystemDataAccess { get; set; }

    /// <summary>Whether equal input gives equal output.</summary>
    public bool IsDeterministic { get; set; }

    /// <summary>Whether it computes exactly.</summary>
    public bool IsPrecise { get; set; }
}

/// <summary>A method of a CLR type.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlMethodAttribute : SqlFunctionAttribute
{
    /// <summary>Whether it changes the value.</summary>
    public bool IsMutator { get; set; }

    /// <summary>Whether it is called on null.</summary>
    public bool OnNullCall { get; set; }
}

/// <summary>A CLR type used as a column type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Greatest size in bytes.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether all values have one length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the bytes sort as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>Name of the method that checks a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>Name of the type.</summary>
    public string? Name { get; set; }
}

/// <summary>A CLR aggregate.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedAggregateAttribute(Format format) : Attribute
{
    /// <summary>Greatest size in bytes that any aggregate may have.</summary>
    public const int MaxByteSizeValue = 8000;

    /// <summary>How it is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Greatest size in bytes.</summary>
    public int MaxByteSize { get; set; }
}
