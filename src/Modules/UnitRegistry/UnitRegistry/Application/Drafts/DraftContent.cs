using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Drafts;

/// <summary>What somebody typed of a reorganisation, as they typed it: nothing is lost because it cannot be understood yet.</summary>
internal sealed class DraftContent
{
    public string DecisionNumber { get; set; } = "";

    /// <summary>As an ISO date, or whatever was typed.</summary>
    public string DecidedOn { get; set; } = "";

    /// <summary>As an ISO date, or whatever was typed.</summary>
    public string EffectiveOn { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>The scanned decision, by its hash; null while none is attached.</summary>
    public string? DecisionFile { get; set; }

    /// <summary>What the scanned decision is called.</summary>
    public string DecisionFileName { get; set; } = "";

    public ReorganisationKind? Kind { get; set; }

    /// <summary>Units that it happens to: codes or names, one a line.</summary>
    public string Sources { get; set; } = "";

    /// <summary>Units that exist already and receive: codes or names, one a line.</summary>
    public string Receivers { get; set; } = "";

    /// <summary>Units to be founded, one a line: code; Vietnamese name; English name.</summary>
    public string NewUnits { get; set; } = "";

    public UnitType? NewType { get; set; }

    /// <summary>Code or name of the unit that new or moved units lie in; empty for where the first source lies.</summary>
    public string LiesIn { get; set; } = "";

    /// <summary>Code or name of the unit that new or moved units report to; empty for whom the first source reports to.</summary>
    public string ReportsTo { get; set; } = "";

    public string NewNameVi { get; set; } = "";

    public string NewNameEn { get; set; } = "";

    public string NewCode { get; set; } = "";

    /// <summary>By what shares were measured; null while they are not known.</summary>
    public ShareBasis? Basis { get; set; }

    /// <summary>Shares in percent as typed, by "source>receiver".</summary>
    public Dictionary<string, string> Shares { get; set; } = [];

    /// <summary>Who takes over from an ending unit, by its id: code or name as typed.</summary>
    public Dictionary<Guid, string> Takers { get; set; } = [];

    /// <summary>Where the units under an ending unit go, by its id: code or name as typed.</summary>
    public Dictionary<Guid, string> ChildrenTo { get; set; } = [];

    public Guid? CorrectsId { get; set; }

    internal bool EndsSources => Kind is ReorganisationKind.Merge or ReorganisationKind.Split or ReorganisationKind.Close;

    internal static string[] Lines(string text) =>
        text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
