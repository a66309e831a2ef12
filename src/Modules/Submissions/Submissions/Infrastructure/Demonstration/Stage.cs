using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Import;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Submissions.Infrastructure.Demonstration;

/// <summary>Sends the commands of the demonstration, each as the person who would: with the rights that their role has, and no more.</summary>
internal sealed class Stage(IServiceScopeFactory scopes, FormCache forms, ISender sender)
{
    private static readonly string[] Reasons =
    [
        "Số liệu chưa khớp với báo cáo thống kê của đơn vị, đề nghị kiểm tra lại.",
        "Đề nghị bổ sung căn cứ và giải thích thay đổi so với kỳ trước.",
        "Mẫu số có vẻ chưa tính học sinh mới chuyển đến, đề nghị rà soát.",
    ];

    private static readonly string[] Schools = ["preschool", "primary", "lower_secondary", "high_school", "cec"];
    private const string BesidesSchools = "Gồm cả người học trên địa bàn ngoài các trường báo cáo về đơn vị.";

    private Figures _figures = new(0, 0);
    private Cast _cast = new(new Dictionary<Guid, Guid>(), Array.Empty<(Guid, Guid)>().ToLookup(pair => pair.Item1, pair => pair.Item2));
    private string _period = "";
    private int _seed;
    private Guid? _clerkUnit;

    internal void Set(DemonstrationStage demonstration, Period period, Figures figures, Guid? clerkUnit) =>
        (_seed, _period, _figures, _clerkUnit) = (demonstration.Seed, period.Code, figures, clerkUnit);

    /// <summary>Finds out who works for the units on the day that the clock shows.</summary>
    internal async Task FindCastAsync(CancellationToken cancellationToken)
    {
        var reporters = await sender.Send(new GetPeopleOfUnits(null, SubmissionsPermissions.ReportCode), cancellationToken);
        var reviewers = await sender.Send(new GetPeopleOfUnits(null, SubmissionsPermissions.ReviewCode), cancellationToken);
        _cast = new Cast(
            reporters.GroupBy(person => person.UnitId).ToDictionary(unit => unit.Key, unit => unit.First().PersonId),
            reviewers.ToLookup(person => person.UnitId, person => person.PersonId));
    }

    /// <summary>The Department's clerk imports for the units below it; the others fill in the form.</summary>
    internal async Task EnterAsync(IReadOnlyList<Part> parts, CancellationToken cancellationToken)
    {
        var imported = parts.Where(IsImported).ToList();
        if (imported.Count > 0)
        {
            var rows = Rows(imported);
            var import = new ImportValues(
                (stage, most, token) => new JsonRows(stage, most).ReadAsync(PipeReader.Create(rows), token), false, false, false);
            var report = await SendAsync(_cast.Reporter(_clerkUnit!.Value), import, cancellationToken);
            if (report.Rejected > 0) throw new InvalidOperationException($"Demonstration figures were refused: {report.CountByCode.First()}");
        }

        foreach (var part in parts.Where(part => !IsImported(part)))
        {
            var cells = Entries(part).Select(cell => new CellSave(cell.IndicatorId, "", null, Raw(cell.Entry))).ToList();
            await SendAsync(_cast.Reporter(part.Submission.UnitId), new SaveCells(part.Submission.Id, cells, EntrySource.Web), cancellationToken);
            await SendAsync(_cast.Reporter(part.Submission.UnitId), Narrative(part), cancellationToken);
        }
    }

    internal async Task SubmitAsync(IReadOnlyList<Part> parts, CancellationToken cancellationToken)
    {
        var imported = parts.Where(IsImported).Select(part => new SubmissionRef(part.Submission.Id)).ToList();
        foreach (var some in imported.Chunk(500))
            Require(await SendAsync(_cast.Reporter(_clerkUnit!.Value), new SubmitMany(some, EntrySource.Api), cancellationToken));
        foreach (var part in parts.Where(part => !IsImported(part)))
        {
            await SendAsync(
                _cast.Reporter(part.Submission.UnitId), new SubmitSubmission(part.Submission.Id, null, EntrySource.Web), cancellationToken);
        }
    }

    internal async Task ReturnAsync(IReadOnlyList<Part> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            var cell = new ReturnedCell(ReturnedIndicator(part), "", Reasons[Chance(part).Between("reason", 0, Reasons.Length - 1)]);
            await SendAsync(
                _cast.Reviewer(part.Submission.ReviewerUnitId), new ReturnCells(part.Submission.Id, null, [cell], EntrySource.Web),
                cancellationToken);
        }
    }

    /// <summary>The unit answers: it looks at the figure again and explains it.</summary>
    internal async Task AnswerAsync(IReadOnlyList<Part> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            var reporter = _cast.Reporter(part.Submission.UnitId);
            var returned = ReturnedIndicator(part);
            var entry = Entries(part).First(cell => cell.IndicatorId == returned).Entry;
            var answer = entry with { Comment = "Đã rà soát, đối chiếu với sổ theo dõi của đơn vị." };
            await SendAsync(
                reporter, new SaveCells(part.Submission.Id, [new CellSave(returned, "", null, Raw(answer))], EntrySource.Web),
                cancellationToken);
            await SendAsync(reporter, new SubmitSubmission(part.Submission.Id, null, EntrySource.Web), cancellationToken);
        }
    }

    internal async Task ApproveAsync(IEnumerable<Part> parts, CancellationToken cancellationToken)
    {
        foreach (var ofBody in parts.GroupBy(part => part.Submission.ReviewerUnitId))
        {
            foreach (var some in ofBody.Select(part => part.Submission.Id).Chunk(500))
            {
                var seen = await VersionsAsync(some, cancellationToken);
                Require(await SendAsync(_cast.Reviewer(ofBody.Key), new ApproveMany(seen, EntrySource.Web), cancellationToken));
            }
        }
    }

    private static void Require(IReadOnlyList<ItemOutcome> outcomes)
    {
        if (outcomes.FirstOrDefault(outcome => !outcome.Done) is { } refused)
            throw new InvalidOperationException($"The demonstration was refused: {refused.Failures[0].Code}");
    }

    /// <summary>Schools, centres and wards lie below the Department; departments and the districts of three provinces report for themselves.</summary>
    private bool IsImported(Part part) => !part.ByHand && _clerkUnit is not null
        && part.Submission.UnitType is not ("department" or "urban_district" or "rural_district" or "municipal_city");

    private async Task<List<SubmissionRef>> VersionsAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISubmissionsDb>().Submissions.AsNoTracking()
            .Where(s => ids.Contains(s.Id)).Select(s => new SubmissionRef(s.Id, s.Version)).ToListAsync(cancellationToken);
    }

    private async Task<T> SendAsync<T>(Caller caller, IRequest<Result<T>> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(caller);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
        return result.Succeeded ? result.Value : throw Refused(result.Failures);
    }

    private async Task SendAsync(Caller caller, IRequest<Result> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(caller);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
        if (!result.Succeeded) throw Refused(result.Failures);
    }

    private static InvalidOperationException Refused(IReadOnlyList<Failure> failures) =>
        new($"The demonstration was refused: {failures[0].Code} {failures[0].Message(BuildingBlocks.Contracts.Language.En)}");

    private Chance Chance(Part part) => new(_seed, $"{_period}/{part.UnitCode}/{part.Submission.UnitType}");

    private IEnumerable<(Guid IndicatorId, string Code, CellEntry Entry)> Entries(Part part)
    {
        var form = forms.Forms[part.Submission.CriteriaVersionId];
        var places = Places.Each(part.Submission.Owed).ToList();

        // A draft is half done.
        if (part.Fate == Fate.Draft) places = places[..Math.Max(1, places.Count / 2)];
        foreach (var place in places)
        {
            var indicator = form.At(place);
            var entry = _figures.Of(part.UnitCode, part.Submission.UnitType, indicator);
            yield return (indicator.Id, indicator.Code, GathersSchools(part, indicator) ? entry with { Comment = entry.Comment ?? BesidesSchools } : entry);
        }
    }

    /// <summary>Whether the unit's figure stands in place of what its schools give, so that it says why it is another one.</summary>
    private static bool GathersSchools(Part part, Indicator indicator) =>
        Consolidating.IsPrefilled(indicator) && indicator.ReporterTypes.Contains("primary") && !Schools.Contains(part.Submission.UnitType);

    private Guid ReturnedIndicator(Part part)
    {
        var cells = Entries(part).ToList();
        return cells[Chance(part).Between("returned", 0, cells.Count - 1)].IndicatorId;
    }

    private static RawEntry Raw(CellEntry entry) => entry.State == CellState.Reported
        ? new RawEntry(null, entry.Number, entry.Text, entry.Numerator, entry.Denominator, entry.Comment)
        : new RawEntry(entry.State, Comment: entry.Comment);

    private static SaveNarrative Narrative(Part part) => new(
        part.Submission.Id, null,
        "Đơn vị đã triển khai kế hoạch xây dựng thành phố học tập, duy trì các hoạt động học tập suốt đời tại cơ sở.",
        "Một số chỉ số về học liệu số và công nhận công dân học tập còn chậm so với kế hoạch.",
        "Nhân sự kiêm nhiệm, việc tổng hợp số liệu còn thủ công.",
        "Hoàn thành công nhận danh hiệu trong kỳ tới; bồi dưỡng năng lực số cho giáo viên.",
        EntrySource.Web);

    private ReadOnlySequence<byte> Rows(List<Part> parts)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 * 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var part in parts)
        {
            foreach (var (_, code, entry) in Entries(part)) Row(json, part, code, entry);
        }

        json.WriteEndArray();
        json.Flush();
        return new ReadOnlySequence<byte>(buffer.WrittenMemory);
    }

    private void Row(Utf8JsonWriter json, Part part, string code, CellEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("periodCode", _period);
        json.WriteString("unitId", part.Submission.UnitId);
        json.WriteString("indicatorCode", code);
        if (entry.State != CellState.Reported) json.WriteString("state", SnakeCase.Of(entry.State));
        if (entry.Number is { } number) json.WriteNumber("value", number);
        if (entry.Numerator is { } numerator) json.WriteNumber("numerator", numerator);
        if (entry.Denominator is { } denominator) json.WriteNumber("denominator", denominator);
        if (entry.Comment is not null) json.WriteString("comment", entry.Comment);
        json.WriteEndObject();
    }
}
