using LearningCity.Analytics.Application.Figures;

namespace LearningCity.Analytics.Application.Export;

/// <summary>Describes the open-data file for machines, as a Frictionless Data Package (specs.frictionlessdata.io, version 1).</summary>
/// <param name="Profile">Kind of package.</param>
/// <param name="Name">Short name.</param>
/// <param name="Title">For people.</param>
/// <param name="Version">The edition; <c>live</c> for what is not sealed.</param>
/// <param name="Resources">The files.</param>
internal sealed record DataPackage(string Profile, string Name, string Title, string Version, IReadOnlyList<DataResource> Resources)
{
    /// <summary>The description of an export.</summary>
    internal static DataPackage Of(FigureContext context, string path) => new(
        "tabular-data-package", $"learning-city-{context.Period.ToLowerInvariant()}",
        FormattableString.Invariant($"Learning city figures, {context.Period}, boundaries of {context.TreeDate:yyyy-MM-dd} ({context.Note.En})"),
        context.Edition,
        [
            new DataResource(
                "figures", path, "tabular-data-resource", "csv", "text/csv", "utf-8", new DataDialect(",", "\r\n", "\"", true, true),
                new DataSchema([.. ExportField.All.Select(field => new DataField(field.Name, field.Type, field.Description))], [""])),
        ]);
}

/// <summary>A file of a package.</summary>
internal sealed record DataResource(
    string Name, string Path, string Profile, string Format, string Mediatype, string Encoding, DataDialect Dialect, DataSchema Schema);

/// <summary>How a CSV file is written.</summary>
internal sealed record DataDialect(string Delimiter, string LineTerminator, string QuoteChar, bool DoubleQuote, bool Header);

/// <summary>The columns of a file.</summary>
internal sealed record DataSchema(IReadOnlyList<DataField> Fields, IReadOnlyList<string> MissingValues);

/// <summary>A column of a file.</summary>
internal sealed record DataField(string Name, string Type, string Description);
