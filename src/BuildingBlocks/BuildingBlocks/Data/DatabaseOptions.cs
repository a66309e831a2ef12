namespace LearningCity.BuildingBlocks.Data;

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Database";

    /// <summary><c>sqlite</c> (the embedded default), <c>sqlserver</c> or <c>postgresql</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>The provider's connection string. A secret: it comes from the environment or a secret store.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/learningcity.db";

    /// <summary>SQLite only: <c>full</c> survives a power cut, <c>normal</c> a killed process.</summary>
    public string Synchronous { get; set; } = "full";

    /// <summary>The provider that these options choose.</summary>
    public IDatabaseProvider CreateProvider() => Provider switch
    {
        "sqlite" => new Providers.SqliteProvider(this),
        "sqlserver" => new Providers.SqlServerProvider(this),
        "postgresql" => new Providers.PostgreSqlProvider(this),
        _ => throw new InvalidOperationException(
            $"Database:Provider is '{Provider}'; it must be sqlite, sqlserver or postgresql."),
    };
}
