using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Infrastructure.Demonstration;

/// <summary>
/// Units of the demonstration city report, reviewers review: most in time, some late, some never; some cells come back. Figures of most
/// units are imported in bulk by the Department's clerk; the others' own reporters fill in the form.
/// </summary>
internal sealed class SubmissionsDemonstration(ISubmissionsDb db, ISender sender, Forms forms, Names names, Stage stage) : IDemonstration
{
    private const string FirstPeriod = "2024-H2";
    private const string DepartmentOfEducation = "SGDDT";
    private static readonly TimeSpan ReviewAfter = TimeSpan.FromHours(30);
    private static readonly TimeSpan AnswerAfter = TimeSpan.FromHours(18);

    public int Order => 60;

    public async Task PlayAsync(DemonstrationStage demonstration, CancellationToken cancellationToken)
    {
        if (demonstration.Act != DemonstrationAct.Report) return;
        var period = await sender.Send(new FindPeriod(demonstration.PeriodCode!), cancellationToken);
        if (period is not { State: PeriodState.Open }) return;
        var until = Until(period, demonstration.Today);
        var parts = await PartsAsync(new Screenplay(demonstration.Seed, period, until), period, cancellationToken);
        var clerk = (await sender.Send(new FindUnitsByCode([DepartmentOfEducation], period.WindowTo), cancellationToken)).SingleOrDefault();
        stage.Set(demonstration, period, new Figures(demonstration.Seed, HalfYearsSinceFirst(period.Code)), clerk?.Id);
        await stage.FindCastAsync(cancellationToken);
        foreach (var (at, play) in Scenes(parts, until).OrderBy(scene => scene.At))
        {
            demonstration.Clock.Show(at);
            await play(cancellationToken);
        }
    }

    /// <summary>The last moment of the period, or of today's work.</summary>
    private static DateTimeOffset Until(Period period, DateOnly today)
    {
        var closing = CityTime.EndOf(period.ClosesOn);
        var now = CityTime.At(today, new TimeOnly(7, 0));
        return closing <= now ? closing : now;
    }

    private static int HalfYearsSinceFirst(string code) => HalfYear(code) - HalfYear(FirstPeriod);

    private static int HalfYear(string code) =>
        (int.Parse(code.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) * 2) + (code[^1] - '1');

    private async Task<List<Part>> PartsAsync(Screenplay screenplay, Period period, CancellationToken cancellationToken)
    {
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).OrderBy(s => s.Sequence)
            .ToListAsync(cancellationToken);
        var units = await names.UnitsAsync(submissions.Select(s => s.UnitId), period.WindowTo, cancellationToken);
        foreach (var versionId in submissions.Select(s => s.CriteriaVersionId).Distinct()) await forms.GetAsync(versionId, cancellationToken);

        // The first unit of each type, whose accounts the sign-in page names, has its work before it.
        var first = submissions.GroupBy(s => s.UnitType)
            .Select(type => type.MinBy(s => units[s.UnitId].Code, StringComparer.Ordinal)!.Id).ToHashSet();
        return [.. submissions.Select(s => screenplay.Of(s, units[s.UnitId].Code, first.Contains(s.Id))).Where(part => part.Fate != Fate.Nothing)];
    }

    /// <summary>What happens when: a wave enters and hands in, a day later it is reviewed, a day after that returns are answered.</summary>
    private IEnumerable<(DateTimeOffset At, Func<CancellationToken, Task> Play)> Scenes(List<Part> parts, DateTimeOffset until)
    {
        foreach (var wave in parts.GroupBy(part => part.EnteredAt))
        {
            var entered = wave.ToList();
            var handedIn = entered.Where(part => part.Fate != Fate.Draft).ToList();
            var reviewed = handedIn.Where(part => part.Fate != Fate.Waiting).ToList();
            var returned = reviewed.Where(part => part.Fate is Fate.Returned or Fate.ApprovedAfterReturn).ToList();
            var answered = returned.Where(part => part.Fate == Fate.ApprovedAfterReturn).ToList();
            var review = Earlier(wave.Key + ReviewAfter, until, 0.4);
            var answer = Earlier(review + AnswerAfter, until, 0.6);
            yield return (wave.Key, cancellationToken => stage.EnterAsync(entered, cancellationToken));
            yield return (wave.Key + TimeSpan.FromMinutes(40), cancellationToken => stage.SubmitAsync(handedIn, cancellationToken));
            yield return (review, cancellationToken => stage.ReturnAsync(returned, cancellationToken));
            yield return (review + TimeSpan.FromMinutes(20), cancellationToken =>
                stage.ApproveAsync(reviewed.Except(returned), cancellationToken));
            yield return (answer, cancellationToken => stage.AnswerAsync(answered, cancellationToken));
            yield return (Earlier(answer + ReviewAfter, until, 0.8), cancellationToken => stage.ApproveAsync(answered, cancellationToken));
        }
    }

    /// <summary>A moment, or one shortly before the end if it lies after it: scenes keep their order.</summary>
    private static DateTimeOffset Earlier(DateTimeOffset at, DateTimeOffset until, double part) =>
        at < until - TimeSpan.FromHours(2) ? at : until - TimeSpan.FromHours(2) + (TimeSpan.FromHours(1.5) * part);
}
