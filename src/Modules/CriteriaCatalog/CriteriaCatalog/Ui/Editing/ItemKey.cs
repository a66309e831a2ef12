using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>What the editor's address points at: the set itself, a node, an indicator. Written as <c>set</c>, <c>n-C01</c>, <c>i-I01</c>.</summary>
/// <param name="Kind">Null for the set itself.</param>
/// <param name="Code">Code of the node or indicator.</param>
public sealed record ItemKey(string? Kind, string Code)
{
    private const string NodePrefix = "n";
    private const string IndicatorPrefix = "i";

    /// <summary>The set itself.</summary>
    public static ItemKey Set { get; } = new(null, "");

    internal static ItemKey Of(ItemKind kind, string code) => new(kind == ItemKind.Node ? NodePrefix : IndicatorPrefix, code);

    /// <summary>Reads an address; the set where it says nothing that is understood.</summary>
    public static ItemKey Read(string? text) => text switch
    {
        { Length: > 2 } when text.StartsWith("n-", StringComparison.Ordinal) => new(NodePrefix, text[2..]),
        { Length: > 2 } when text.StartsWith("i-", StringComparison.Ordinal) => new(IndicatorPrefix, text[2..]),
        _ => Set,
    };

    internal bool IsSet => Kind is null;

    internal ItemKind ItemKind => Kind == IndicatorPrefix ? ItemKind.Indicator : ItemKind.Node;

    /// <summary>Whether the draft has it.</summary>
    internal bool IsIn(SetContent content) => IsSet || new DraftDocument(content).Find(ItemKind, Code) is not null;

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => IsSet ? "set" : $"{Kind}-{Code}";
}
