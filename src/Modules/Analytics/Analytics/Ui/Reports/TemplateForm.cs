using Microsoft.AspNetCore.Http;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>A template as it is typed.</summary>
public sealed class TemplateForm
{
    /// <summary>The version that was seen.</summary>
    public int Version { get; set; }

    /// <summary>The city's name.</summary>
    public string? CityVi { get; set; }

    /// <summary>The city's name in English.</summary>
    public string? CityEn { get; set; }

    /// <summary>The direct superior.</summary>
    public string? Governing { get; set; }

    /// <summary>The issuing body.</summary>
    public string? IssuingVi { get; set; }

    /// <summary>The issuing body in English.</summary>
    public string? IssuingEn { get; set; }

    /// <summary>Behind the number.</summary>
    public string? Symbol { get; set; }

    /// <summary>The place.</summary>
    public string? Place { get; set; }

    /// <summary>To whom it goes.</summary>
    public string? Addressees { get; set; }

    /// <summary>Legal bases.</summary>
    public string? Bases { get; set; }

    /// <summary>The plan that is reviewed.</summary>
    public string? Plan { get; set; }

    /// <summary>Recipients.</summary>
    public string? Recipients { get; set; }

    /// <summary>Authority and position.</summary>
    public string? Authority { get; set; }

    /// <summary>The signer's name.</summary>
    public string? Signer { get; set; }

    /// <summary>Which member answers for what.</summary>
    public string? Assigned { get; set; }

    /// <summary>Who is told of documents.</summary>
    public string? Mailing { get; set; }

    /// <summary>A new logo.</summary>
    public IFormFile? Logo { get; set; }

    /// <summary>Whether the logo goes.</summary>
    public bool RemoveLogo { get; set; }
}
