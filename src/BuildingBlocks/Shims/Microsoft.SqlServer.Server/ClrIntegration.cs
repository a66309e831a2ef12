namespace Microsoft.SqlServer.Server;

/// <summary>Whether a CLR function reads user data.</summary>
public enum DataAccessKind
{
    /// <summary>It reads none.</summary>
    None = 0,

    /// <summary>It reads some.</summary>
    Read = 1,
}

/// <summary>Whether a CLR function reads system data.</summary>
public enum SystemDataAccessKind
{
    /// <summary>It reads none.</summary>
    None = 0,

    /// <summary>It reads some.</summary>
    Read = 1,
}

/// <summary>How a CLR type is serialised.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>By its fields.</summary>
    Native = 1,

    /// <summary>By itself.</summary>
    UserDefined = 2,
}

/// <summary>A CLR type that serialises itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>A CLR type that breaks the rules of a user-defined type.</summary>
public sealed class InvalidUdtException(string message) : SystemException(message);
