using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Platform;

namespace LearningCity.BuildingBlocks.Auditing;

/// <summary>How audit rows are chained: each hash covers the hash before it, so that no row can be changed, removed or put in between.</summary>
internal static class AuditChain
{
    internal const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    internal static string HashOf(string previous, long number, AuditRow row)
    {
        // Length before each part, so that no two rows read alike.
        var text = new StringBuilder();
        foreach (var part in Parts(previous, number, row))
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<string> Parts(string previous, long number, AuditRow row) =>
    [
        previous,
        number.ToString(CultureInfo.InvariantCulture),
        row.Id.ToString("N"),
        row.RecordedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        row.ActorId.ToString("N"),
        SnakeCase.Of(row.ActorKind),
        row.Action,
        row.SubjectType,
        row.SubjectId,
        row.UnitId?.ToString("N") ?? "",
        row.Details ?? "",
        row.CorrelationId ?? "",
    ];
}
