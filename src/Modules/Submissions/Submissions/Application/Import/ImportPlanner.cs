using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Import;

/// <summary>
/// Finds out what the codes of staged rows mean: each code is looked up once, however many rows carry it, and units of a period are asked
/// for together.
/// </summary>
internal sealed class ImportPlanner(ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, GivenFigures givenFigures, ISender sender)
{
    private const int MostPeriods = 20;
    private const int UnitsAtOnce = 500;

    internal async Task<ImportPlan> PlanAsync(ImportStage stage, ProblemList problems, CancellationToken cancellationToken)
    {
        var targets = new List<ImportTarget>();
        var finders = new PeriodFinder?[stage.Periods.Codes.Count];
        for (var period = 0; period < Math.Min(finders.Length, MostPeriods); period++)
            finders[period] = await FindAsync(stage, period, targets, cancellationToken);

        var targetOfRow = new int[stage.Count];
        foreach (var problem in stage.Unreadable) problems.Add(problem);
        for (var row = 0; row < targetOfRow.Length; row++)
            targetOfRow[row] = TargetOf(stage, row, finders, targets, problems);
        return ImportPlan.Group(stage, targets, targetOfRow);
    }

    private static int TargetOf(
        ImportStage stage, int index, PeriodFinder?[] finders, List<ImportTarget> targets, ProblemList problems)
    {
        ref readonly var row = ref stage.Rows[index];
        if (row.Parts.HasFlag(RowParts.Unreadable)) return -1;
        var refusal = Missing(row);
        if (refusal is null && row.Period >= MostPeriods) refusal = ImportFailures.TooManyPeriods.On("periodCode", MostPeriods);
        var finder = refusal is null ? finders[row.Period] : null;
        if (refusal is null && finder is null)
            refusal = ImportFailures.UnknownPeriod.On("periodCode", stage.Periods.Codes[row.Period]);
        var target = -1;
        refusal ??= finder!.Find(stage, row, targets, out target);
        if (refusal is null) return target;
        problems.Add(index + 1, refusal);
        return -1;
    }

    private static Failure? Missing(in StagedRow row) =>
        row.Period < 0 ? ImportFailures.FieldMissing.On("periodCode", "periodCode")
        : row.Unit < 0 ? ImportFailures.FieldMissing.On("unitCode", "unitCode")
        : row.Indicator < 0 ? ImportFailures.FieldMissing.On("indicatorCode", "indicatorCode")
        : null;

    /// <summary>The submissions of the rows' units in a period; null where there is no such period.</summary>
    private async Task<PeriodFinder?> FindAsync(
        ImportStage stage, int periodNumber, List<ImportTarget> targets, CancellationToken cancellationToken)
    {
        var code = stage.Periods.Codes[periodNumber];
        var period = await sender.Send(new FindPeriod(code), cancellationToken);
        if (period is null) return null;
        var used = UnitsUsed(stage, periodNumber);
        var unitIds = await UnitIdsAsync(stage, used, period, cancellationToken);
        var allowed = await access.AllowedAsync(
            SubmissionsPermissions.Import, [.. unitIds.Values.Distinct()], period.WindowTo, cancellationToken);
        var submissions = await SubmissionsAsync(period.Id, allowed, cancellationToken);
        var timings = await gate.JudgeAsync(period.Id, submissions, cancellationToken);
        var given = new Dictionary<Guid, IReadOnlyDictionary<Guid, IReadOnlyDictionary<int, GivenFigure>>>();
        foreach (var ofSet in submissions.GroupBy(s => s.CriteriaVersionId))
        {
            given[ofSet.Key] = await givenFigures.OfAsync(
                await forms.GetAsync(ofSet.Key, cancellationToken), [.. ofSet.Select(s => s.UnitId).Distinct()], period.WindowTo, cancellationToken);
        }

        var byUnit = new Dictionary<Guid, List<int>>();
        var places = new Dictionary<Guid, int[]>();
        foreach (var submission in submissions)
        {
            var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
            if (!places.TryGetValue(submission.CriteriaVersionId, out var ofForm))
                places[submission.CriteriaVersionId] = ofForm = [.. stage.Indicators.Codes.Select(form.PlaceOf)];
            if (!byUnit.TryGetValue(submission.UnitId, out var ofUnit)) byUnit[submission.UnitId] = ofUnit = [];
            ofUnit.Add(targets.Count);
            targets.Add(new ImportTarget(submission, form, ofForm, timings[submission.Id].Refusal)
            {
                Given = given[submission.CriteriaVersionId].GetValueOrDefault(submission.UnitId),
            });
        }

        return new PeriodFinder(code, stage.Units.Codes.Count, unitIds, allowed, byUnit);
    }

    private static bool[] UnitsUsed(ImportStage stage, int period)
    {
        var used = new bool[stage.Units.Codes.Count];
        foreach (ref readonly var row in stage.Rows)
        {
            if (row.Period == period && row.Unit >= 0) used[row.Unit] = true;
        }

        return used;
    }

    /// <summary>Units by their number in the stage; codes mean what they meant on the period's reference date.</summary>
    private async Task<Dictionary<int, Guid>> UnitIdsAsync(
        ImportStage stage, bool[] used, Period period, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<int, Guid>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var unit = 0; unit < used.Length; unit++)
        {
            if (!used[unit]) continue;
            var code = stage.Units.Codes[unit];
            if (code.StartsWith(JsonRows.KeySign)) ids[unit] = Guid.Parse(code.AsSpan(1));
            else numbers[code] = unit;
        }

        if (numbers.Count == 0) return ids;
        foreach (var found in await sender.Send(new FindUnitsByCode(numbers.Keys, period.WindowTo), cancellationToken))
            ids[numbers[found.Code]] = found.Id;
        return ids;
    }

    private async Task<List<Submission>> SubmissionsAsync(
        Guid periodId, IReadOnlySet<Guid> units, CancellationToken cancellationToken)
    {
        var ofPeriod = db.Submissions.AsNoTracking().Where(s => s.PeriodId == periodId);
        if (units.Count > UnitsAtOnce) return [.. (await ofPeriod.ToListAsync(cancellationToken)).Where(s => units.Contains(s.UnitId))];
        var asked = units.ToArray();
        return await ofPeriod.Where(s => asked.Contains(s.UnitId)).ToListAsync(cancellationToken);
    }

    /// <summary>Answers for one period which submission a row belongs to, without a look-up by text.</summary>
    private sealed class PeriodFinder
    {
        private readonly string _period;
        private readonly List<int>?[] _targets;
        private readonly bool[] _known;

        internal PeriodFinder(
            string period, int units, Dictionary<int, Guid> unitIds, IReadOnlySet<Guid> allowed, Dictionary<Guid, List<int>> byUnit)
        {
            (_period, _targets, _known) = (period, new List<int>?[units], new bool[units]);
            foreach (var (number, unitId) in unitIds)
            {
                _known[number] = allowed.Contains(unitId);
                _targets[number] = byUnit.GetValueOrDefault(unitId);
            }
        }

        internal Failure? Find(ImportStage stage, in StagedRow row, List<ImportTarget> targets, out int target)
        {
            target = -1;
            if (!_known[row.Unit]) return ImportFailures.UnknownUnit.On("unitCode", Name(stage, row));
            if (_targets[row.Unit] is not { } candidates) return ImportFailures.NothingOwed.On("unitCode", Name(stage, row), _period);
            var setCode = stage.ExtrasOf(row).SetCode;
            foreach (var candidate in candidates)
            {
                if (setCode is not null && targets[candidate].Submission.SetCode != setCode) continue;
                if (targets[candidate].Places[row.Indicator] < 0) continue;
                if (target >= 0) return ImportFailures.AmbiguousIndicator.On("indicatorCode", stage.Indicators.Codes[row.Indicator]);
                target = candidate;
            }

            return target >= 0 ? null : CellFailures.UnknownIndicator.On("indicatorCode", stage.Indicators.Codes[row.Indicator]);
        }

        private static string Name(ImportStage stage, in StagedRow row) => stage.Units.Codes[row.Unit].TrimStart(JsonRows.KeySign);
    }
}
