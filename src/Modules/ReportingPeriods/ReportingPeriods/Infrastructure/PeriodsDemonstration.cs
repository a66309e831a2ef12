using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
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

    private async Task AssignAsync(CancellationToken cancellationToken)
    {
        await AssignAsync(
            "districts", ["urban_district", "rural_district", "municipal_city"], new DateOnly(2024, 12, 14), LastDayOfDistricts, cancellationToken);
        await AssignAsync("high-schools-and-centres", ["high_school", "cec"], new DateOnly(2024, 12, 14), null, cancellationToken);
        await AssignAsync("schools", ["preschool", "primary", "lower_secondary"], new DateOnly(2025, 6, 14), null, cancellationToken);
        await AssignAsync("departments", ["department"], new DateOnly(2025, 6, 14), null, cancellationToken);
        await AssignAsync(
            "wards", ["ward", "commune", "special_zone"], LastDayOfDistricts.AddDays(1), null, cancellationToken);
    }

    private Task AssignAsync(string code, string[] types, DateOnly from, DateOnly? to, CancellationToken cancellationToken) => SendAsync(
        new AddAssignment(Cycle.HalfYear, code, Set, types, null, null, null, from, to), cancellationToken);

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
