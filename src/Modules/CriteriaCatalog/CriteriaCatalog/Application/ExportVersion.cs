using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application.Workbooks;
using LearningCity.CriteriaCatalog.Domain.Packs;
using MediatR;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>A version as a file. As a pack, the same version gives the same bytes, on every system that it was ever imported into.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
/// <param name="Format">What kind of file.</param>
/// <param name="Language">Of a workbook: the language of its headers.</param>
internal sealed record ExportVersion(string SetCode, int Number, PackFormat Format = PackFormat.Json, Language Language = Language.Vi)
    : IQuery<Result<ExportedPack>>;

/// <summary>What kind of file a version travels in.</summary>
internal enum PackFormat
{
    /// <summary>The product's own pack.</summary>
    Json,

    /// <summary>An Excel workbook that says the same.</summary>
    Xlsx,
}

/// <summary>A pack and the name of its file.</summary>
internal sealed record ExportedPack(string FileName, byte[] Content);

internal sealed class ExportVersionHandler(ISender sender) : IQueryHandler<ExportVersion, Result<ExportedPack>>
{
    public async Task<Result<ExportedPack>> Handle(ExportVersion request, CancellationToken cancellationToken)
    {
        var read = await sender.Send(new GetVersion(request.SetCode, request.Number), cancellationToken);
        if (!read.Succeeded) return read.WithoutValue();
        var content = read.Value.Version.Content;
        var name = $"{content.Code}-v{content.Number}";
        return request.Format == PackFormat.Xlsx
            ? new ExportedPack(name + ".xlsx", PackWorkbookWriter.Write(content, request.Language))
            : new ExportedPack(name + ".json", PackWriter.Write(content));
    }
}
