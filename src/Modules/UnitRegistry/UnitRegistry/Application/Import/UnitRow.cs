using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>A unit as a row of a file describes it; what the row leaves empty is null.</summary>
internal sealed record UnitRow
{
    /// <summary>Number of the row, from 1, the header left out.</summary>
    internal required int Number { get; init; }

    internal required string Code { get; init; }

    internal string? NameVi { get; init; }

    internal string? NameEn { get; init; }

    internal UnitType? Type { get; init; }

    /// <summary>Code of the unit that it lies in.</summary>
    internal string? LiesIn { get; init; }

    /// <summary>Code of the unit that it reports to.</summary>
    internal string? ReportsTo { get; init; }

    /// <summary>First day of the unit.</summary>
    internal DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of the unit.</summary>
    internal DateOnly? ValidTo { get; init; }

    internal decimal? Latitude { get; init; }

    internal decimal? Longitude { get; init; }

    internal decimal? AreaKm2 { get; init; }
}
