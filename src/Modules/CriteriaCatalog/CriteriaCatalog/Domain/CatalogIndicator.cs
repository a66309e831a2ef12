using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>
/// An indicator as a lasting thing: the same code in the same set is the same indicator in every version, and values are kept under
/// its id. It carries what the newest published version says of it, so that it can be found.
/// </summary>
internal sealed class CatalogIndicator
{
    /// <summary>An indicator that a version is about to publish for the first time.</summary>
    public CatalogIndicator(Guid setId, string setCode, string code)
    {
        (Id, SetId, SetCode, Code) = (Ids.New(), setId, setCode, code);
        SortKey = VietnameseOrder.Key(code);
    }

    private CatalogIndicator() => (SetCode, Code, SortKey) = ("", "", "");

    public Guid Id { get; private set; }

    public Guid SetId { get; private set; }

    public string SetCode { get; private set; }

    /// <summary>Unique in its set.</summary>
    public string Code { get; private set; }

    /// <summary>Sorts codes by their numbers: I9 before I10.</summary>
    public string SortKey { get; private set; }

    /// <summary>The newest published version that has it.</summary>
    public int VersionNumber { get; private set; }

    public string NameVi { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public IndicatorValueType ValueType { get; private set; }

    /// <summary>Code and both names, folded for search.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Takes over what a version that is being published says.</summary>
    public void Describe(int versionNumber, IndicatorDefinition definition)
    {
        VersionNumber = versionNumber;
        NameVi = definition.Name.Vi;
        NameEn = definition.Name.En;
        ValueType = definition.ValueType;
        SearchText = " " + BuildingBlocks.Text.SearchText.Fold($"{Code} {NameVi} {NameEn}");
    }
}
