using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.ReportingPeriods.Domain.Plans;

/// <summary>A unit's plan for the learning city: an issued document, with targets of its own. Its tasks are on the same list as conclusions.</summary>
internal sealed class UnitPlan : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>Code of that unit then.</summary>
    public required string UnitCode { get; init; }

    /// <summary>1, 2, 3 for a unit.</summary>
    public required int Sequence { get; init; }

    /// <summary>Number of the document: <c>45/KH-UBND</c>.</summary>
    public string Number { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    public string Title { get; private set; } = "";

    public int FromYear { get; private set; }

    public int ToYear { get; private set; }

    /// <summary>Where the document can be read; null where it is attached as a file.</summary>
    public string? Link { get; private set; }

    /// <summary>The criteria set of its targets.</summary>
    public string? SetCode { get; private set; }

    public IReadOnlyList<PlanTarget> Targets { get; private set; } = [];

    /// <summary>Name of the attached file; null where there is none.</summary>
    public string? FileName { get; set; }

    public long FileSize { get; set; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string? FileHash { get; set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    internal void Write(PlanContent content)
    {
        (Number, IssuedOn, Title) = (content.Number.Trim(), content.IssuedOn, content.Title.Trim());
        (FromYear, ToYear, Link, SetCode) = (content.FromYear, content.ToYear, content.Link, content.SetCode);
        Targets = content.Targets;
    }
}

/// <summary>What people write of a plan.</summary>
/// <param name="Number">Number of the document.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Title">What it is called.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Link">Where it can be read.</param>
/// <param name="SetCode">The criteria set of its targets.</param>
/// <param name="Targets">Its own targets.</param>
internal sealed record PlanContent(
    string Number, DateOnly IssuedOn, string Title, int FromYear, int ToYear, string? Link, string? SetCode, IReadOnlyList<PlanTarget> Targets);

/// <summary>A target that a unit sets itself.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Code">Its code then.</param>
/// <param name="Name">Its name then.</param>
/// <param name="MeasureUnit">Its unit of measure.</param>
/// <param name="Year">By the end of which year.</param>
/// <param name="Value">The value to reach, in the unit shown.</param>
/// <param name="Assigned">The target that was assigned to the unit for that year; null where none was.</param>
internal sealed record PlanTarget(
    Guid IndicatorId, string Code, LocalText Name, LocalText MeasureUnit, int Year, decimal Value, decimal? Assigned);

/// <summary>The attached file of a plan.</summary>
internal sealed class PlanFile
{
    public required Guid PlanId { get; init; }

    public required byte[] Content { get; set; }
}
