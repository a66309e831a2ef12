using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;
using LearningCity.CriteriaCatalog.Domain.Packs;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Starts a set that does not exist yet, as an empty draft of its first version.</summary>
/// <param name="Fields">The set's own fields as a pack has them; a tree may come along.</param>
internal sealed record StartSet(JsonObject Fields) : ICommand<DraftKey>;

/// <summary>Which draft, and in which state.</summary>
internal sealed record DraftKey(string SetCode, int Number, int Version);

internal sealed class StartSetHandler(ICriteriaCatalogDb db, Guardian guardian, TimeProvider clock) : ICommandHandler<StartSet, DraftKey>
{
    public async Task<Result<DraftKey>> Handle(StartSet request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var read = PackReader.Read(System.Text.Encoding.UTF8.GetBytes(Pack(request.Fields).ToJsonString()));
        if (!read.Succeeded) return read.WithoutValue();
        var content = read.Value;
        var broken = DraftRules.Problems(content);
        if (broken.Count > 0) return Result<DraftKey>.Failed(broken);
        if (await db.Sets.AnyAsync(set => set.Code == content.Code, cancellationToken)) return EditFailures.SetExists.On("$.code", content.Code);

        var set = new CriteriaSet(content.Code);
        var version = SetVersion.Draft(set, content, clock.GetUtcNow());
        db.Sets.Add(set);
        db.Versions.Add(version);
        db.Audit(Publication.Entry("criteria_catalog.drafted", version));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new DraftKey(version.SetCode, version.Number, version.Version);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return EditFailures.SetExists.On("$.code", content.Code);
        }
    }

    private static JsonObject Pack(JsonObject fields)
    {
        var pack = new JsonObject { ["format"] = PackWriter.Format, ["nodes"] = new JsonArray() };
        foreach (var (field, value) in fields) pack[field] = value?.DeepClone();
        pack["version"] = 1;
        return pack;
    }
}
