using System.Text.Json;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Analytics.Application.Templates;

/// <summary>The template of a unit, with everything that it leaves to the city and to the product.</summary>
/// <param name="Content">The texts.</param>
/// <param name="Logo">The logo as an address that holds it (<c>data:</c>); null for none.</param>
internal sealed record Template(TemplateContent Content, string? Logo);

/// <summary>Finds templates: the unit's own, else the city's, else the product's.</summary>
internal sealed class TemplateReader(IAnalyticsDb db, IConfiguration configuration)
{
    /// <summary>The template of a unit.</summary>
    /// <param name="unit">The unit that issues.</param>
    /// <param name="cancellationToken">Reads no further.</param>
    internal async Task<Template> ReadAsync(UnitSummary unit, CancellationToken cancellationToken)
    {
        Guid[] ids = [unit.Id, DocumentTemplate.City];
        var stored = await db.Templates.AsNoTracking().Where(template => ids.Contains(template.UnitId)).ToListAsync(cancellationToken);
        var own = stored.Find(template => template.UnitId == unit.Id);
        var city = stored.Find(template => template.UnitId == DocumentTemplate.City);
        var product = ProductDefault();
        var shared = city is null ? product : Parse(city.Content).Over(product);

        // What another issuer is called is no default for this one.
        var content = IsCity(unit) ? shared : OfUnit(unit, shared);
        if (own is not null) content = Parse(own.Content).Over(content);
        return new(content, Address(own?.Logo ?? city?.Logo));
    }

    /// <summary>Texts as they are stored.</summary>
    internal static TemplateContent Parse(string json) => JsonSerializer.Deserialize<TemplateContent>(json, Json.Options) ?? TemplateContent.Empty;

    /// <summary>Texts to store.</summary>
    internal static string Write(TemplateContent content) => JsonSerializer.Serialize(content, Json.Options);

    /// <summary>What the product says where nobody said anything else.</summary>
    internal TemplateContent ProductDefault()
    {
        var name = new LocalText(configuration["City:Name:Vi"] ?? "Thành phố Hồ Chí Minh", configuration["City:Name:En"] ?? "Ho Chi Minh City");
        return new(
            name.Vi, name.En, $"Ủy ban nhân dân {name.Vi}", "Ban Chỉ đạo xây dựng Thành phố học tập",
            "Steering Committee for the Learning City", "BC-BCĐ", name.Vi, "", "",
            "Kế hoạch xây dựng \"Thành phố học tập toàn cầu UNESCO\"",
            $"Ủy ban nhân dân {name.Vi}\nCác thành viên Ban Chỉ đạo\nLưu: VT", "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN", "");
    }

    private static bool IsCity(UnitSummary unit) => unit.Type is UnitType.Province or UnitType.SupportTeam;

    private static TemplateContent OfUnit(UnitSummary unit, TemplateContent city)
    {
        var isCommune = unit.Type is >= UnitType.Ward and <= UnitType.SpecialZone;
        return city with
        {
            Governing = isCommune || unit.Type == UnitType.Department ? $"Ủy ban nhân dân {city.CityVi}" : "",
            IssuingVi = isCommune ? $"Ủy ban nhân dân {unit.Name.Vi}" : unit.Name.Vi,
            IssuingEn = isCommune ? $"People's Committee of {unit.Name.En}" : unit.Name.En,
            Symbol = isCommune ? "BC-UBND" : $"BC-{Initials(unit.Name.Vi)}",
            Place = isCommune ? unit.Name.Vi : city.Place,
            Addressees = city.IssuingVi,
            Bases = "",
            Recipients = "Như trên\nLưu: VT",
            Authority = isCommune ? "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" : "THỦ TRƯỞNG ĐƠN VỊ",
            Signer = "",
        };
    }

    /// <summary>First letters of a name: <c>Sở Giáo dục và Đào tạo</c> reads SGDVĐT; a proposal that the template's keeper puts right.</summary>
    private static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).Take(8).Select(word => char.ToUpperInvariant(word[0])));

    private static string? Address(byte[]? logo) => logo is null ? null
        : $"data:{(logo is [0x89, ..] ? "image/png" : "image/jpeg")};base64,{Convert.ToBase64String(logo)}";
}
