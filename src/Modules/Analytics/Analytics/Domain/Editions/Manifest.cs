using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Analytics.Domain.Editions;

/// <summary>One thing that an edition rests on, or consists of, with its hash.</summary>
/// <param name="Name">What it is: one of <see cref="Manifest"/>'s names, for a tree followed by its date.</param>
/// <param name="Sha256">Its hash, in hexadecimal.</param>
/// <param name="Count">How many things it holds.</param>
internal sealed record ManifestItem(string Name, string Sha256, int Count);

/// <summary>
/// What an edition is made of. Its own hash covers every line and the hash of the edition before, so that nothing in it, and no edition
/// before it, can be exchanged without being noticed.
/// </summary>
internal static class Manifest
{
    /// <summary>The period: its code, window and dates.</summary>
    internal const string Period = "period";

    /// <summary>The units of the period and both trees on its reference date.</summary>
    internal const string Units = "units";

    /// <summary>What each unit owed.</summary>
    internal const string Obligations = "obligations";

    /// <summary>How each report stood.</summary>
    internal const string States = "states";

    /// <summary>The version of the sheet that counts, of each report, with the hash of its cells.</summary>
    internal const string Sheets = "sheets";

    /// <summary>The versions of the criteria sets, with the rules and targets that decide figures.</summary>
    internal const string Rules = "rules";

    /// <summary>The links between criteria sets that are in force.</summary>
    internal const string Crosswalks = "crosswalks";

    /// <summary>The releases of reference series.</summary>
    internal const string Series = "series";

    /// <summary>What counts beside the sheets: links, figures of series, what the registry counts. Editions sealed before these counted have none.</summary>
    internal const string Supplements = "supplements";

    /// <summary>The tree of another date that the edition can be read on; followed by the date.</summary>
    internal const string Tree = "tree/";

    /// <summary>Lineage and shares from the period's tree to that of another date; followed by the date.</summary>
    internal const string Lineage = "lineage/";

    /// <summary>The figures themselves: every stored state of every unit.</summary>
    internal const string Figures = "figures";

    /// <summary>The hash of an edition.</summary>
    internal static string Hash(string periodCode, int number, string? hashBefore, IEnumerable<ManifestItem> items)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{periodCode}/{number}\n{hashBefore}\n");
        foreach (var item in items.OrderBy(item => item.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{item.Name} {item.Sha256} {item.Count}\n");
        return Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    internal static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash of stored states, whatever order they come in.</summary>
    internal static string OfFigures(IEnumerable<RollupRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> key = stackalloc byte[17];
        foreach (var row in rows.OrderBy(row => row.Relation).ThenBy(row => row.UnitId.ToString("N"), StringComparer.Ordinal))
        {
            key[0] = (byte)row.Relation;
            row.UnitId.TryWriteBytes(key[1..], bigEndian: true, out _);
            hash.AppendData(key);
            hash.AppendData(row.States);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
