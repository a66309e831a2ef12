using System.Text.Json;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>What handing in writes down and tells.</summary>
internal static class HandIn
{
    /// <summary>The sheet as it is handed in.</summary>
    internal static SheetVersion VersionOf(
        Submission submission, WorkingSheet sheet, CellBases bases, Narrative? narrative, Guid by, DateTimeOffset now, EntrySource source) =>
        new()
        {
            SubmissionId = submission.Id,
            Number = submission.SheetVersion,
            PeriodId = submission.PeriodId,
            UnitId = submission.UnitId,
            CriteriaVersionId = submission.CriteriaVersionId,
            Bytes = sheet.WriteVersion(),
            FilledCells = sheet.FilledCells,
            Narrative = narrative is null
                ? null
                : JsonSerializer.Serialize(
                    new { narrative.Results, narrative.Shortcomings, narrative.Causes, narrative.NextTasks }, Json.Options),
            Bases = bases.Write(sheet),
            RecordedAt = now,
            RecordedBy = by,
            Source = source,
        };

    /// <summary>The head is told that something waits for them.</summary>
    internal static NotificationRequested ToHead(Submission submission) => new(
        Ids.New(), submission.AnsweringUnitId, SubmissionsPermissions.ReleaseCode,
        new LocalText("Có báo cáo chờ thủ trưởng gửi", "A report waits for your release"),
        new LocalText(
            "Báo cáo đã được nhập đủ và đang chờ thủ trưởng kiểm tra rồi gửi.",
            "The report is complete and waits for the head of the unit to check and submit it."),
        $"/submissions/{submission.Id}/release");

    /// <summary>The unit is told that the unit above handed in for it.</summary>
    internal static NotificationRequested OnBehalf(Submission submission) => new(
        Ids.New(), submission.AnsweringUnitId, SubmissionsPermissions.ReportCode,
        new LocalText("Báo cáo đã được gửi thay đơn vị", "A report was submitted on the unit's behalf"),
        new LocalText(
            "Đơn vị cấp trên đã nhập và gửi báo cáo thay đơn vị. Vui lòng kiểm tra số liệu; có thể thu hồi khi chưa bắt đầu duyệt.",
            "The unit above entered and submitted the report in the unit's place. Check the figures; the report can be withdrawn until its review starts."),
        $"/submissions/{submission.Id}");

    /// <summary>How many cells two sheets differ in.</summary>
    internal static int Changes(byte[] before, WorkingSheet now)
    {
        var past = WorkingSheet.Read(before);
        var places = past.Cells.Concat(now.Cells).Select(cell => (cell.Place, cell.Disaggregation)).Distinct();
        return places.Count(at => !past.Find(at.Place, at.Disaggregation).SaysTheSameAs(now.Find(at.Place, at.Disaggregation)));
    }
}
