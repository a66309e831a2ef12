using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>What a unit owes for a period and criteria set, fixed when the period opened.</summary>
internal sealed class UnitObligation : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid PeriodId { get; init; }

    /// <summary>1, 2, 3 within the period, by tier and name: the order of lists, and what people quote.</summary>
    public required int Number { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>Type of the unit on the reference date, as known at opening.</summary>
    public required string UnitType { get; init; }

    public required Tier Tier { get; init; }

    public required string SetCode { get; init; }

    public required Guid VersionId { get; init; }

    /// <summary>The cells owed; many units owe the same, so they are kept once (<see cref="CellList"/>).</summary>
    public required Guid CellListId { get; init; }

    public required Guid ReviewerUnitId { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? ExtendedTo { get; private set; }

    /// <summary>The unit that answers for it since the unit itself ended in mid-period; null while it does so itself.</summary>
    public Guid? CarriedByUnitId { get; private set; }

    public int Version { get; private set; }

    /// <summary>Hands it over: the figures stay the old unit's, the new one enters them and is reminded.</summary>
    internal void HandOver(Guid toUnitId) => CarriedByUnitId = toUnitId;

    /// <summary>Leaves it where it was.</summary>
    internal void Keep() => CarriedByUnitId = null;

    /// <summary>The day that counts: the due date, or the extension's.</summary>
    internal DateOnly EffectiveDueOn => ExtendedTo ?? DueOn;

    /// <summary>Gives this unit alone a later day.</summary>
    internal Result Extend(DateOnly to, DateOnly today)
    {
        if (to == ExtendedTo) return Result.Ok;
        if (to <= EffectiveDueOn) return PeriodFailures.ExtensionNotLater.On("extendedTo", EffectiveDueOn);
        if (to < today) return PeriodFailures.ExtensionInPast.On("extendedTo", today);
        ExtendedTo = to;
        return Result.Ok;
    }
}

/// <summary>A list of indicators that one or many obligations of a period owe: 16 bytes each, never queried by content.</summary>
internal sealed class CellList
{
    private const int BytesOfGuid = 16;

    public required Guid Id { get; init; }

    public required Guid PeriodId { get; init; }

    public required int Count { get; init; }

    /// <summary>The indicators' ids one after the other, in big-endian order of bytes.</summary>
    public required byte[] Cells { get; init; }

    internal static CellList Of(Guid periodId, IReadOnlyList<Guid> indicatorIds)
    {
        var cells = new byte[indicatorIds.Count * BytesOfGuid];
        for (var i = 0; i < indicatorIds.Count; i++)
            indicatorIds[i].TryWriteBytes(cells.AsSpan(i * BytesOfGuid, BytesOfGuid), bigEndian: true, out _);
        return new CellList { Id = Ids.New(), PeriodId = periodId, Count = indicatorIds.Count, Cells = cells };
    }

    internal IReadOnlyList<Guid> Read() => Read(Cells);

    internal static IReadOnlyList<Guid> Read(byte[] cells)
    {
        var ids = new Guid[cells.Length / BytesOfGuid];
        for (var i = 0; i < ids.Length; i++) ids[i] = new Guid(cells.AsSpan(i * BytesOfGuid, BytesOfGuid), bigEndian: true);
        return ids;
    }
}

/// <summary>An extension that was given: who got how much longer, why, from whom. Appended, never changed.</summary>
internal sealed class Extension
{
    public required Guid ObligationId { get; init; }

    /// <summary>The new day. With the obligation it is the key, so that one extension is on record once.</summary>
    public required DateOnly ExtendedTo { get; init; }

    public required DateOnly From { get; init; }

    public required string Reason { get; init; }

    public required Guid GivenBy { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}
