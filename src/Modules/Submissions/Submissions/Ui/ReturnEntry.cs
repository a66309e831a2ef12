using System.Globalization;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Submissions.Ui;

/// <summary>What <c>ReturnForm</c> sends.</summary>
/// <param name="Kind">The reason out of the list.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="AnswerBy">The day; null where none was given.</param>
internal sealed record ReturnEntry(ReturnReason Kind, string Reason, DateOnly? AnswerBy)
{
    internal static ReturnEntry Read(IFormCollection form) => new(
        SnakeCase.TryParse<ReturnReason>(form["reason-kind"], out var kind) ? kind : ReturnReason.Other,
        form["reason"].ToString(),
        DateOnly.TryParseExact(form["answer-by"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    internal ReturnCells For(Guid submissionId, int? version, Guid indicatorId) => new(
        submissionId, version, [new ReturnedCell(indicatorId, "", Reason, Kind)], EntrySource.Web, AnswerBy);

    /// <summary>The day that the form offers, as date inputs take it.</summary>
    internal static async Task<string> UsualDayAsync(ISender sender, TimeProvider clock, CancellationToken cancellationToken)
    {
        var day = await sender.Send(new AddWorkingDays(CityTime.Today(clock), ReturnCellsHandler.WorkingDaysToAnswer), cancellationToken);
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
