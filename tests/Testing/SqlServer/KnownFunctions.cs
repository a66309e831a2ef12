namespace LearningCity.Testing.SqlServer;

/// <summary>Functions of SQL Server 2019 that queries may call; whatever else is called does not exist there, or wants a second look.</summary>
internal static class KnownFunctions
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // Aggregates and windows
        "AVG", "COUNT", "COUNT_BIG", "MAX", "MIN", "SUM", "STRING_AGG", "STDEV", "VAR", "ROW_NUMBER", "RANK", "DENSE_RANK", "LAG", "LEAD",
        "FIRST_VALUE", "LAST_VALUE",

        // Numbers
        "ABS", "CEILING", "EXP", "FLOOR", "LOG", "POWER", "ROUND", "SIGN", "SQRT", "SQUARE",

        // Text
        "ASCII", "CHAR", "CHARINDEX", "CONCAT", "CONCAT_WS", "DATALENGTH", "LEN", "LOWER", "LTRIM", "NCHAR", "PATINDEX", "REPLACE",
        "REPLICATE", "REVERSE", "RTRIM", "STUFF", "SUBSTRING", "TRANSLATE", "TRIM", "UNICODE", "UPPER", "STR", "SPACE", "HASHBYTES",

        // Dates
        "DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATEFROMPARTS", "DATENAME", "DATEPART", "DAY", "EOMONTH", "GETDATE", "GETUTCDATE", "MONTH",
        "SWITCHOFFSET", "SYSDATETIME", "SYSDATETIMEOFFSET", "SYSUTCDATETIME", "TODATETIMEOFFSET", "YEAR",

        // Others
        "COALESCE", "ISNULL", "ISDATE", "ISNUMERIC", "ISJSON", "JSON_QUERY", "JSON_VALUE", "JSON_MODIFY", "NEWID", "OBJECT_ID", "SCHEMA_ID",
        "SCOPE_IDENTITY", "CHECKSUM", "TYPE_ID", "OBJECTPROPERTY", "SERVERPROPERTY", "DB_NAME", "SCHEMA_NAME",
    };

    /// <summary>Those whose first argument is a part of a date, which the parser takes for a column.</summary>
    private static readonly HashSet<string> TakeDatePart =
        new(StringComparer.OrdinalIgnoreCase) { "DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATENAME", "DATEPART" };

    internal static bool Contains(string name) => Names.Contains(name);

    internal static bool FirstArgumentIsDatePart(string name) => TakeDatePart.Contains(name);
}
