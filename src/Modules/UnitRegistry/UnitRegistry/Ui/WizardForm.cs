using LearningCity.BuildingBlocks.Data;
using LearningCity.UnitRegistry.Application.Drafts;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.AspNetCore.Http;

namespace LearningCity.UnitRegistry.Ui;

/// <summary>Takes what one page of the wizard sent into the draft; what other pages asked stays as it is.</summary>
internal static class WizardForm
{
    internal const int Steps = 6;

    internal static void Read(DraftContent content, int step, IFormCollection form)
    {
        string Text(string field) => form[field].ToString();
        switch (step)
        {
            case 1:
                (content.DecisionNumber, content.DecidedOn, content.EffectiveOn, content.Note) =
                    (Text("decisionNumber"), Text("decidedOn"), Text("effectiveOn"), Text("note"));
                if (Text("dropDecisionFile") == "true") (content.DecisionFile, content.DecisionFileName) = (null, "");
                break;
            case 2:
                if (SnakeCase.TryParse<ReorganisationKind>(Text("kind"), out var kind)) content.Kind = kind;
                (content.Sources, content.Receivers, content.NewUnits) = (Text("sources"), Text("receivers"), Text("newUnits"));
                content.NewType = SnakeCase.TryParse<UnitType>(Text("newType"), out var type) ? type : null;
                (content.LiesIn, content.ReportsTo) = (Text("liesIn"), Text("reportsTo"));
                (content.NewNameVi, content.NewNameEn, content.NewCode) = (Text("newNameVi"), Text("newNameEn"), Text("newCode"));
                break;
            case 3:
                content.Basis = SnakeCase.TryParse<ShareBasis>(Text("basis"), out var basis) ? basis : null;
                content.Shares = Fields(form, "share-", key => key);
                break;
            case 4:
                content.Takers = Fields(form, "taker-", Guid.Parse);
                content.ChildrenTo = Fields(form, "children-", Guid.Parse);
                break;
        }
    }

    /// <summary>Which page asks for a field.</summary>
    internal static int StepOf(string? field) => field switch
    {
        null => 2,
        "decisionNumber" or "decidedOn" or "effectiveOn" or "note" or "decisionFile" or "file" => 1,
        _ when field.StartsWith("share", StringComparison.Ordinal) || field.EndsWith(".share", StringComparison.Ordinal) => 3,
        _ when field.StartsWith("taker-", StringComparison.Ordinal) || field.StartsWith("children-", StringComparison.Ordinal) || field.StartsWith("handOvers", StringComparison.Ordinal) => 4,
        _ => 2,
    };

    private static Dictionary<TKey, string> Fields<TKey>(IFormCollection form, string prefix, Func<string, TKey> key)
        where TKey : notnull => form.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal) && field.Value.ToString().Trim().Length > 0
            && (typeof(TKey) == typeof(string) || Guid.TryParse(field.Key[prefix.Length..], out _)))
        .ToDictionary(field => key(field.Key[prefix.Length..]), field => field.Value.ToString());
}
