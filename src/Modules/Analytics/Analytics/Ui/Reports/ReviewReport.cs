using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Application.Templates;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Documents;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>
/// The six-monthly review report in the usual outline (I-V, annexes I-IV) and the layout of Decree 30/2020. Figures come from the roll-up,
/// words from the units: both are put together by rule, nothing is written that nobody reported. Number and date are the clerk's.
/// </summary>
internal static class ReviewReport
{
    private const Language Vi = Language.Vi;

    internal static AdministrativeDocument Of(ReportData data, DateTimeOffset madeAt, string? demonstration)
    {
        var (overview, issuer) = (data.Overview, data.Issuer.Content);
        var period = overview.Period;
        return new AdministrativeDocument
        {
            Properties = new($"Báo cáo sơ kết {period.Name.Vi}", issuer.IssuingVi, madeAt, "vi-VN"),
            Head = new(issuer.Governing.Length == 0 ? null : issuer.Governing, issuer.IssuingVi, issuer.Symbol, issuer.Place),
            Kind = "BÁO CÁO",
            Subject = $"Sơ kết {NameIn(period)} thực hiện {issuer.Plan}",
            Mark = demonstration is null ? null : $"({demonstration})",
            Addressees = TemplateContent.Lines(issuer.Addressees),
            Body =
            [
                .. Bases(issuer), new TextBlock(Opening(overview, issuer)), .. General(data), .. Results(overview),
                .. ReviewWords.Assessment(data), .. ReviewWords.NextTasks(data), .. ReviewWords.Proposals(data),
                new TextBlock($"Trên đây là Báo cáo sơ kết {NameIn(period)} thực hiện {issuer.Plan} của {issuer.IssuingVi}{DecreeTexts.End}"),
            ],
            Foot = new(TemplateContent.Lines(issuer.Recipients), TemplateContent.Lines(issuer.Authority), issuer.Signer.Length == 0 ? null : issuer.Signer),
            Annexes = ReviewAnnexes.Of(data),
        };
    }

    private static IEnumerable<Block> Bases(TemplateContent issuer)
    {
        var bases = TemplateContent.Lines(issuer.Bases);
        return bases.Select((basis, at) =>
            (Block)new TextBlock($"{basis.TrimEnd('.', ';')}{(at == bases.Count - 1 ? "." : ";")}", TextKind.Basis));
    }

    private static string Opening(Overview overview, TemplateContent issuer) =>
        $"Thực hiện {issuer.Plan}, {issuer.IssuingVi} báo cáo sơ kết {NameIn(overview.Period)} trên địa bàn {overview.Area.Name.Vi} "
        + $"(thời gian số liệu từ ngày {Display.Date(overview.Period.WindowFrom, Vi)} đến ngày {Display.Date(overview.Period.WindowTo, Vi)}; "
        + $"địa giới ngày {Display.Date(overview.Context.TreeDate, Vi)}; {EditionOf(overview)}) như sau:";

    /// <summary>Which edition the figures are of, in words.</summary>
    private static string EditionOf(Overview overview) => overview.Context.Sealed
        ? $"số liệu ấn bản {overview.Context.Edition}"
        : "số liệu trực tiếp, chưa chốt";

    private static IEnumerable<Block> General(ReportData data)
    {
        var (overview, counts) = (data.Overview, data.Overview.Counts);
        yield return new HeadingBlock(1, "Tình hình chung, công tác chỉ đạo, triển khai");
        yield return new HeadingBlock(2, "Ban chỉ đạo");
        foreach (var group in Words.Existing(overview.Committees))
        {
            yield return new ItemBlock(
                $"{Words.CommitteeGroup(group.Group).Vi}: {Display.Share(group.WithCommittee, group.Expected, Vi)} đơn vị có ban chỉ đạo.");
        }

        yield return new TextBlock($"Độ phủ ban chỉ đạo tính đến ngày {Display.Date(overview.CommitteesOn, Vi)} được nêu tại Phụ lục II.");
        yield return new HeadingBlock(2, "Thực hiện chế độ báo cáo");
        var before = data.Rate is { } rate && overview.Previous is { } previous ? $" (kỳ {previous.Code}: {Display.Percent(rate, Vi)})" : "";
        yield return new TextBlock(
            $"Có {Display.Share(counts.HandedIn, counts.Expected, Vi)} báo cáo đã gửi{before}, trong đó {Display.Number(counts.Approved, Vi)} báo cáo đã duyệt; "
            + $"{Display.Number(counts.Late, Vi)} báo cáo trễ hạn. Danh sách {Display.Number(data.NotReported.Count, Vi)} đơn vị chưa gửi báo cáo được nêu tại Phụ lục III.");
        foreach (var row in overview.ByType)
        {
            yield return new ItemBlock(
                $"{row.Name.Vi}: {Display.Share(row.Counts.HandedIn, row.Counts.Expected, Vi)} đã gửi, {Display.Number(row.Counts.Approved, Vi)} đã duyệt, {Display.Number(row.Counts.Late, Vi)} trễ hạn.");
        }
    }

    private static IEnumerable<Block> Results(Overview overview)
    {
        yield return new HeadingBlock(1, "Kết quả thực hiện");
        yield return new TextBlock(Summary(overview.Lines, "bộ tiêu chí") + " Toàn bộ chỉ số, kèm chỉ tiêu, kỳ trước, kỳ này, số đơn vị báo cáo và mã truy vết, được nêu tại Phụ lục I.");
        if (overview is { PreviousConversion: { } conversion, Previous: { } previous })
        {
            yield return new TextBlock(
                $"Số liệu kỳ {previous.Code} được quy đổi sang địa giới ngày {Display.Date(overview.Context.TreeDate, Vi)} để so sánh cùng một địa bàn: "
                + $"{conversion.EstimatedUnits} đơn vị chia theo tỷ lệ (ước tính), {conversion.NotConvertibleUnits} đơn vị không chia được, {conversion.OutsideUnits} đơn vị ngoài địa bàn.");
        }

        foreach (var (area, lines) in overview.ContentAreas())
        {
            yield return new HeadingBlock(2, $"Nội dung {area.Code}: {area.Name.Vi}");
            yield return new TextBlock(Summary(lines, "nội dung này"));
            foreach (var standard in lines.GroupBy(line => line.Standard))
            {
                if (standard.Key.Code != area.Code) yield return new HeadingBlock(3, $"Tiêu chuẩn {standard.Key.Code}: {standard.Key.Name.Vi}");
                foreach (var line in standard) yield return new ItemBlock(Sentence(line));
            }
        }
    }

    private static string Summary(IReadOnlyList<IndicatorLine> lines, string of)
    {
        int Count(TargetStanding standing) => lines.Count(line => line.Standing == standing);
        return $"Trong {lines.Count} chỉ số của {of}: {Count(TargetStanding.Met)} chỉ số đạt chỉ tiêu, {Count(TargetStanding.Near)} gần đạt, "
            + $"{Count(TargetStanding.Missed)} chưa đạt, {Count(TargetStanding.Unknown)} chưa có chỉ tiêu hoặc chưa có số liệu.";
    }

    /// <summary>An indicator in one sentence: figure, target, period before, coverage, trace code.</summary>
    internal static string Sentence(IndicatorLine line)
    {
        var figure = line.Now.State switch
        {
            Domain.Rollups.FigureState.Value => WithUnit(Words.Value(line.Now, line.Indicator, Vi), line),
            Domain.Rollups.FigureState.NotApplicable => "không áp dụng",
            Domain.Rollups.FigureState.NotAvailable => "không có số liệu",
            _ => "chưa báo cáo",
        };
        var parts = new List<string>();
        if (line.Target is not null) parts.Add($"chỉ tiêu {Words.Target(line, Vi)}, {Standing(line)}");
        if (line.Before is { State: Domain.Rollups.FigureState.Value } before)
            parts.Add($"kỳ trước {Words.Value(before, line.Indicator, Vi)}{(Words.Change(line, Vi) is { } change ? $", thay đổi {change}" : "")}");
        parts.Add($"{Display.Fraction(line.Now.Approved, line.Now.Expected, Vi)} đơn vị có số liệu đã duyệt");
        if (line.Now.Provisional) parts.Add("số liệu tạm tính");
        return $"{line.Indicator.Name.Vi}: {figure} ({string.Join("; ", parts)}; mã truy vết {line.Now.TraceCode}).";
    }

    internal static string Standing(IndicatorLine line) => line.Standing switch
    {
        TargetStanding.Met => "đạt",
        TargetStanding.Near => "gần đạt",
        TargetStanding.Missed => "chưa đạt",
        _ => "chưa có số liệu",
    };

    /// <summary>A period in the middle of a sentence: <c>6 tháng đầu năm 2026</c>.</summary>
    private static string NameIn(Period period)
    {
        var name = period.Name.Vi;
        return name.StartsWith("Kỳ ", StringComparison.Ordinal) ? "kỳ " + name[3..] : name;
    }

    private static string WithUnit(string value, IndicatorLine line) =>
        Words.MeasureUnit(line.Indicator, Vi) is { Length: > 0 } unit ? $"{value} {unit}" : value;
}
