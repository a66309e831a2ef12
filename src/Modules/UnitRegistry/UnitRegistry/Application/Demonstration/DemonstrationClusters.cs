using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Application.Records;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.UnitRegistry.Application.Demonstration;

/// <summary>The professional clusters whose members are published, as groups with their source; the others are left to the city.</summary>
internal sealed class DemonstrationClusters(ISender sender)
{
    internal const string Kind = "professional_cluster";

    /// <summary>First day of school year 2025-2026.</summary>
    internal static readonly DateOnly From = new(2025, 9, 5);

    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var cluster in PackTable.Read("professional-clusters.csv").GroupBy(row => row["cluster"], row => row["unit"]))
        {
            var id = await sender.Send(
                new CreateGroup(
                    Kind, $"CUM-{cluster.Key.PadLeft(2, '0')}", $"Cụm chuyên môn {cluster.Key}", $"Professional cluster {cluster.Key}", From,
                    "Báo Người Lao Động 15/10/2025; Báo Thanh Niên 14/10/2025"),
                cancellationToken);
            var units = await sender.Send(new FindUnitsByCode([.. cluster], From), cancellationToken);
            Require(id);
            Require(await sender.Send(new SetGroupMembers(id.Value, 1, From, [.. units.Select(unit => unit.Id)]), cancellationToken));
        }
    }

    private static void Require<T>(Result<T> result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"The demonstration city was refused: {result.Failures[0].Message(BuildingBlocks.Contracts.Language.En)}");
    }
}
