namespace LearningCity.BuildingBlocks.Contracts;

/// <summary>A language of the product: Vietnamese by default, English by one click.</summary>
public enum Language
{
    /// <summary>Vietnamese.</summary>
    Vi,

    /// <summary>English.</summary>
    En,
}

/// <summary>A text in both languages of the product.</summary>
/// <param name="Vi">Vietnamese, NFC, old tone-mark style (Hòa).</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Vi, string En)
{
    /// <summary>The text in one language; Vietnamese where the English is missing.</summary>
    public string In(Language language) => language == Language.En && En.Length > 0 ? En : Vi;

    /// <summary>The Vietnamese text.</summary>
    public override string ToString() => Vi;
}
