using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.ReportingPeriods.Infrastructure;

/// <summary>
/// The half-years of the demonstration city, from the second of 2024. Then districts, high schools and centres reported; schools and
/// departments joined in 2025. Communes existed in June 2025, but the reviews were still the districts': wards report from the second
/// half of 2025, the first whose reference date lies after the reform of 1 July.
/// </summary>
internal sealed class PeriodsDemonstration(ISender sender) : IDemonstration
{
    private const string Set = "hcmc-education-demo";

    /// <summary>Code of the Department of Education and Training in the registry's built-in list.</summary>
    private const string EducationDepartment = "SGDDT";
    private static readonly DateOnly First = new(2024, 12, 14);
    private static readonly DateOnly Second = new(2025, 6, 14);
    private static readonly DateOnly LastDayOfDistricts = new(2025, 6, 30);
    private static readonly TimeOnly Morning = new(7, 0);

    public int Order => 50;

    public async Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        switch (stage.Act)
        {
            case DemonstrationAct.Found:
                await AssignAsync(cancellationToken);
                break;
            case DemonstrationAct.Open:
                await OpenAsync(stage, cancellationToken);
                break;
            case DemonstrationAct.Close:
                await CloseAsync(stage, cancellationToken);
                break;
            case DemonstrationAct.Finish:
                await SendAsync(new PlanNextPeriods(), cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Districts below the Department of Education alone: the registry also knows those of Bình Dương and Bà Rịa - Vũng Tàu, which were
    /// other provinces until the reform.
    /// </summary>
    private async Task AssignAsync(CancellationToken cancellationToken)
    {
        var education = (await sender.Send(new FindUnitsByCode([EducationDepartment], First), cancellationToken)).Single().Id;
        await SendAsync(
            Assignment("districts", ["urban_district", "rural_district", "municipal_city"], First, LastDayOfDistricts, education),
            cancellationToken);
        await SendAsync(Assignment("high-schools-and-centres", ["high_school", "cec"], First), cancellationToken);
        await SendAsync(Assignment("schools", ["preschool", "primary", "lower_secondary"], Second), cancellationToken);
        await SendAsync(Assignment("departments", ["department"], Second), cancellationToken);
        await SendAsync(Assignment("wards", ["ward", "commune", "special_zone"], LastDayOfDistricts.AddDays(1)), cancellationToken);
    }

    private static AddAssignment Assignment(string code, string[] types, DateOnly from, DateOnly? to = null, Guid? below = null) =>
        new(Cycle.HalfYear, code, Set, types, below, null, null, from, to);

    private async Task OpenAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        await SendAsync(new PlanPeriod(Cycle.HalfYear, stage.PeriodCode!), cancellationToken);
        var period = await FindAsync(stage, cancellationToken);
        if (period.OpensOn > stage.Today) return;
        stage.Clock.Show(CityTime.At(period.OpensOn, Morning));
        await SendAsync(new OpenPeriod(period.Code), cancellationToken);
    }

    private async Task CloseAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        var period = await FindAsync(stage, cancellationToken);
        stage.Clock.Show(CityTime.At(period.ClosesOn.AddDays(1)));
        await SendAsync(new ClosePeriod(period.Code, SkipReason.JobsOff), cancellationToken);
    }

    private async Task<Period> FindAsync(DemonstrationStage stage, CancellationToken cancellationToken) =>
        await sender.Send(new FindPeriod(stage.PeriodCode!), cancellationToken)
        ?? throw new InvalidOperationException($"Period {stage.PeriodCode} was not planned.");

    private async Task SendAsync<TResult>(IRequest<TResult> command, CancellationToken cancellationToken)
        where TResult : IResult<TResult>
    {
        var result = await sender.Send(command, cancellationToken);
        if (!result.Succeeded) throw new InvalidOperationException(result.Failures[0].Message(BuildingBlocks.Contracts.Language.En));
    }
}
