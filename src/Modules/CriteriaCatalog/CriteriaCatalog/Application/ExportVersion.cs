using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain.Packs;
using MediatR;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>A version as a pack. The same version gives the same bytes, on every system that it was ever imported into.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
internal sealed record ExportVersion(string SetCode, int Number) : IQuery<Result<ExportedPack>>;

/// <summary>A pack and the name of its file.</summary>
internal sealed record ExportedPack(string FileName, byte[] Content);

internal sealed class ExportVersionHandler(ISender sender) : IQueryHandler<ExportVersion, Result<ExportedPack>>
{
    public async Task<Result<ExportedPack>> Handle(ExportVersion request, CancellationToken cancellationToken)
    {
        var read = await sender.Send(new GetVersion(request.SetCode, request.Number), cancellationToken);
        if (!read.Succeeded) return read.WithoutValue();
        var content = read.Value.Version.Content;
        return new ExportedPack($"{content.Code}-v{content.Number}.json", PackWriter.Write(content));
    }
}
