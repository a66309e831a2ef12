using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Documents;
using LearningCity.BuildingBlocks.Ui;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>
/// A draft of UNESCO's biennial progress report: each question with its word limit, what the figures say to it, and how many words that
/// is. What no figure says is left to people; nothing is made up.
/// </summary>
internal static class UnescoDraft
{
    private const Language En = Language.En;

    internal static AdministrativeDocument Of(ReportData data, IReadOnlyList<UnescoQuestion> questions, DateTimeOffset madeAt, string? demonstration)
    {
        var overview = data.Overview;
        var title = $"UNESCO Global Network of Learning Cities: progress report of {data.Issuer.Content.CityEn}";
        return new AdministrativeDocument
        {
            Properties = new(title, data.Issuer.Content.IssuingEn, madeAt, "en-GB"),
            Kind = "DRAFT",
            Subject = title,
            Mark = demonstration,
            Body =
            [
                new TextBlock($"Figures of {overview.Period.Name.En} ({Display.DateRange(overview.Period.WindowFrom, overview.Period.WindowTo, En)}), {overview.Area.Name.En}, boundaries of {Display.Date(overview.Context.TreeDate, En)}; {Lower(overview.Context.Note.En)}. Codes in brackets lead to the reports behind a figure."),
                .. questions.GroupBy(question => question.Section).SelectMany(section => Section(section.Key, section, data)),
            ],
        };
    }

    /// <summary>How many words a text has, as the form counts them: what stands between spaces.</summary>
    internal static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<Block> Section(string name, IEnumerable<UnescoQuestion> questions, ReportData data)
    {
        yield return new HeadingBlock(1, name);
        foreach (var question in questions)
        {
            yield return new HeadingBlock(2, $"{question.Question} (question {question.Code})");
            var answer = question.Facts.SelectMany(fact => Facts(fact, data)).ToList();
            foreach (var sentence in answer) yield return new ItemBlock(sentence);
            if (answer.Count == 0) yield return new TextBlock("[No figure of the system answers this question: to be written.]");
            var words = Count(string.Join(' ', answer));
            yield return new TextBlock(
                words > question.WordLimit
                    ? $"Words: {words} of {question.WordLimit} at most; shorten by {words - question.WordLimit}."
                    : $"Words: {words} of {question.WordLimit} at most; {question.WordLimit - words} left.",
                TextKind.Note);
        }
    }

    private static IEnumerable<string> Facts(string fact, ReportData data)
    {
        var overview = data.Overview;
        return fact switch
        {
            "area" => [$"{data.Issuer.Content.CityEn}, represented by the {data.Issuer.Content.IssuingEn}."],
            "committees" => Words.Existing(overview.Committees).Select(group =>
                $"{Words.CommitteeGroup(group.Group).En}: {Display.Share(group.WithCommittee, group.Expected, En)} have a steering committee on {Display.Date(overview.CommitteesOn, En)}."),
            "reporting" =>
            [
                $"{Display.Share(overview.Counts.HandedIn, overview.Counts.Expected, En)} of the reports owed were handed in, {Display.Number(overview.Counts.Approved, En)} are approved, {Display.Number(overview.Counts.Late, En)} were late.",
                "Every figure is rolled up from approved reports and can be traced back to them.",
            ],
            "targets" => [$"Of {overview.Lines.Count} indicators, {Count(overview, TargetStanding.Met)} meet their target, {Count(overview, TargetStanding.Near)} nearly do, {Count(overview, TargetStanding.Missed)} do not."],
            "progress" => overview.LargestChanges(overview.Lines.Count).Where(line => Words.Judge(line) == Judgement.Better).Take(5).Select(Sentence),
            "areas" => overview.ContentAreas().SelectMany(area => area.Lines.Where(line => line.Now.Value is not null).Take(6).Select(Sentence)),
            "missed" => overview.Lines.Where(line => line.Standing == TargetStanding.Missed).Select(Sentence),
            "open" => overview.Lines.Where(line => line.Standing is TargetStanding.Missed or TargetStanding.Near)
                .Select(line => $"{line.Indicator.Name.En}: from {Words.Value(line.Now, line.Indicator, En)} to {Words.Target(line, En)}."),
            _ when fact.StartsWith("area:", StringComparison.Ordinal) => overview.Lines.Where(line => line.ContentArea.Code == fact[5..]).Select(Sentence),
            _ => [],
        };
    }

    private static int Count(Overview overview, TargetStanding standing) => overview.Lines.Count(line => line.Standing == standing);

    private static string Sentence(IndicatorLine line)
    {
        var unit = Words.MeasureUnit(line.Indicator, En) is { Length: > 0 } measure ? " " + measure : "";
        var target = line.Target is null ? "" : $", target {Words.Target(line, En)}";
        var change = Words.Change(line, En) is { } changed ? $", {changed} on the period before" : "";
        return $"{line.Indicator.Name.En}: {Words.Value(line.Now, line.Indicator, En)}{unit}{target}{change} ({Display.Fraction(line.Now.Approved, line.Now.Expected, En)} units; {line.Now.TraceCode}).";
    }

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
