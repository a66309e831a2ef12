using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Ui;

/// <summary>How cells and states read.</summary>
internal static class CellWords
{
    /// <summary>A cell in a table: a value, or the sign of one of the three other answers.</summary>
    internal static string Text(Indicator indicator, PackedCell? cell, Language language) => cell is not { } value
        ? Display.NotReported
        : value.State switch
        {
            CellState.NotApplicable => Display.NotApplicable,
            CellState.NotAvailable => Display.NotAvailable,
            CellState.NotReported => Display.NotReported,
            _ => Value(indicator, value, language),
        };

    /// <summary>What a cell is called: the indicator, of a part with the part.</summary>
    internal static string NameOf(CellView cell, Language language) => cell.Part is { } part
        ? $"{cell.Indicator.Name.In(language)}, {part.Category.Name.In(language)}"
        : cell.Indicator.Name.In(language);

    /// <summary>Where a number comes from that a reference series gives.</summary>
    internal static string SourceOf(GivenFigure given, Language language)
    {
        var (name, day) = (given.Series.Name.In(language), Display.Date(given.ObservedOn, language));
        return (language, given.Part) switch
        {
            (Language.En, FormulaPart.Denominator) => $"The denominator is from {name}, {day}, release {given.Release}.",
            (Language.En, _) => $"The numerator is from {name}, {day}, release {given.Release}.",
            (_, FormulaPart.Denominator) => $"Mẫu số lấy từ {name}, ngày {day}, bản phát hành {given.Release}.",
            _ => $"Tử số lấy từ {name}, ngày {day}, bản phát hành {given.Release}.",
        };
    }

    /// <summary>A number, or the sign that it is not available.</summary>
    internal static string Number(decimal? number, Language language) => number is { } value ? Display.Number(value, language) : Display.NotAvailable;

    /// <summary>What the system knows: a cell's words, or a number in the indicator's decimals.</summary>
    internal static string Text(KnownFigure known, Language language) => known.Cell is { } cell
        ? Text(known.Indicator, cell, language)
        : known.Value is { } value ? Display.Number(value, language, known.Indicator.Decimals)
        : known.By is KnownBy.Link or KnownBy.EarlierPeriod ? Display.NotReported : Display.NotAvailable;

    /// <summary>Why nobody is asked for it.</summary>
    internal static string SourceOf(KnownFigure known, Language language)
    {
        var (source, day) = (known.Source.In(language), known.On is { } on ? Display.Date(on, language) : null);
        return (language, known.By) switch
        {
            (Language.En, KnownBy.Formula) => $"Worked out: {source}",
            (Language.En, KnownBy.Series) => $"From {source}, {day}",
            (Language.En, KnownBy.Registry or KnownBy.Reporting) => $"Counted in {source}",
            (Language.En, KnownBy.Link) => $"Reported once as {source}; not owed here",
            (Language.En, _) => day is null ? "Not asked in this period; no figure yet" : $"Not asked in this period; last figure: {source}, {day}",
            (_, KnownBy.Formula) => $"Hệ thống tính: {source}",
            (_, KnownBy.Series) => $"Lấy từ {source}, ngày {day}",
            (_, KnownBy.Registry or KnownBy.Reporting) => $"Hệ thống đếm từ {source}",
            (_, KnownBy.Link) => $"Đã báo cáo tại {source}; không phải nhập lại",
            _ => day is null ? "Kỳ này không hỏi; chưa có số" : $"Kỳ này không hỏi; số gần nhất: {source}, ngày {day}",
        };
    }

    /// <summary>How a figure changed since the period before; empty where there is nothing to compare.</summary>
    internal static string Change(Indicator indicator, PackedCell now, PackedCell? before, Language language)
    {
        if (before is not { } past) return "";
        if (SoftRules.Figure(indicator, now) is not { } present || SoftRules.Figure(indicator, past) is not { } earlier) return "";
        if (indicator.ValueType is IndicatorValueType.Percent) return Display.PointChange(present - earlier, language);
        var relative = Display.RelativeChange(earlier, present, language);
        var absolute = Display.Change(present - earlier, language);
        return relative is null ? absolute : $"{absolute} ({relative})";
    }

    /// <summary>The state of a submission as the component library draws it.</summary>
    internal static ReportState State(SubmissionState state) => state switch
    {
        SubmissionState.NotStarted => ReportState.NotStarted,
        SubmissionState.Draft => ReportState.Draft,
        SubmissionState.AwaitingHead => ReportState.AwaitingHead,
        SubmissionState.Submitted => ReportState.Submitted,
        SubmissionState.Returned => ReportState.Returned,
        SubmissionState.Approved => ReportState.Approved,
        _ => ReportState.Locked,
    };

    /// <summary>What changed so much that it is asked about.</summary>
    internal static string Warning(decimal change, Language language)
    {
        var percent = Display.Percent(Math.Abs(change), language, 0);
        return (language, change > 0) switch
        {
            (Language.Vi, true) => $"Tăng {percent} so với kỳ trước. Nếu đúng, vui lòng ghi lý do.",
            (Language.Vi, false) => $"Giảm {percent} so với kỳ trước. Nếu đúng, vui lòng ghi lý do.",
            (_, true) => $"Up {percent} on the last period. If this is right, give the reason.",
            _ => $"Down {percent} on the last period. If this is right, give the reason.",
        };
    }

    private static string Value(Indicator indicator, PackedCell cell, Language language)
    {
        switch (indicator.ValueType)
        {
            case IndicatorValueType.Percent when cell.Numerator is { } numerator && cell.Denominator is { } denominator:
                return denominator == 0
                    ? $"{Display.NotAvailable} ({Display.Fraction(numerator, denominator, language)})"
                    : Display.Share(numerator, denominator, language, Math.Max(1, indicator.Decimals));
            case IndicatorValueType.Ratio when cell.Numerator is { } part && cell.Denominator is > 0 and { } whole:
                return $"{Display.Number(part / whole * indicator.Factor, language, indicator.Decimals)} ({Display.Fraction(part, whole, language)})";
            case IndicatorValueType.YesNo:
                return (language, cell.Number == 1) switch
                {
                    (Language.Vi, true) => "Có",
                    (Language.Vi, false) => "Không",
                    (_, true) => "Yes",
                    _ => "No",
                };
            case IndicatorValueType.Level when cell.Number is { } place && place < indicator.Levels.Count:
                return indicator.Levels[(int)place].Name.In(language);
            case IndicatorValueType.Text:
                return cell.Text ?? "";
            default:
                return cell.Number is { } number ? Display.Number(number, language) : "";
        }
    }
}
