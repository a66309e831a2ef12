using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Records steering committees by the decisions that set them up. All or none.</summary>
internal sealed record RecordCommittees(IReadOnlyList<NewCommittee> Committees) : ICommand<IReadOnlyList<Guid>>;

/// <summary>A committee to be recorded.</summary>
/// <param name="UnitId">Whose committee.</param>
/// <param name="DecisionNumber">Number and symbol of the decision.</param>
/// <param name="DecidedOn">Date of the decision.</param>
/// <param name="ValidFrom">First day; the date of the decision where null.</param>
/// <param name="ValidTo">Last day; null while it is in force. It ends with its unit in any case.</param>
/// <param name="HeadOffice">Office of its head, not a name.</param>
/// <param name="MemberCount">Members, the head included; counted from the seats where null.</param>
/// <param name="Seats">Head, standing deputy, members and support team by their offices, in the order of the decision.</param>
internal sealed record NewCommittee(
    Guid UnitId, string DecisionNumber, DateOnly DecidedOn, DateOnly? ValidFrom, DateOnly? ValidTo, string? HeadOffice, int? MemberCount,
    IReadOnlyList<NewSeat>? Seats = null);

/// <summary>A seat of a committee.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Office">The office that holds it, not a name.</param>
internal sealed record NewSeat(SeatRole Role, string Office);

internal sealed class RecordCommitteesValidator : AbstractValidator<RecordCommittees>
{
    private const int MostRows = 5000;
    private const int MostSeats = 200;

    public RecordCommitteesValidator()
    {
        RuleFor(command => command.Committees).Must(rows => rows is { Count: > 0 and <= MostRows } && rows.All(row => row is not null))
            .Say("Vui lòng nhập từ 1 đến 5000 Ban Chỉ đạo, không có dòng trống.", "Enter 1 to 5000 committees, none of them null.");
        RuleForEach(command => command.Committees).ChildRules(committee =>
        {
            committee.RuleFor(row => row.DecisionNumber!).RequiredText(100);
            committee.RuleFor(row => row.HeadOffice).MaximumLength(200)
                .Say("Chức danh tối đa 200 ký tự.", "The office has at most 200 characters.");
            committee.RuleFor(row => row.MemberCount).InclusiveBetween(1, 1000)
                .Say("Số thành viên từ 1 đến 1000.", "Members are between 1 and 1000.");
            committee.RuleFor(row => row.Seats).Must(seats => seats is null || (seats.Count <= MostSeats
                    && seats.All(seat => seat is { Office: { } office } && !string.IsNullOrWhiteSpace(office) && office.Length <= 200)))
                .Say("Mỗi vị trí cần chức danh, tối đa 200 ký tự; tối đa 200 vị trí.", "Each seat needs an office of at most 200 characters; at most 200 seats.");
            committee.RuleFor(row => row.Seats).Must(seats => seats is null || seats.All(seat => seat is null)
                    || (seats.Count(seat => seat?.Role == SeatRole.Head) == 1 && seats.Count(seat => seat?.Role == SeatRole.StandingDeputy) <= 1))
                .Say("Ban Chỉ đạo có một trưởng ban và nhiều nhất một phó trưởng ban thường trực.", "A committee has one head and at most one standing deputy.");
            committee.RuleFor(row => row.ValidTo).Must((row, last) => last is null || last >= (row.ValidFrom ?? row.DecidedOn))
                .Say("Ngày cuối cùng phải từ ngày bắt đầu trở đi.", "The last day is on or after the first.");
        });
    }
}

internal sealed class RecordCommitteesHandler(IUnitRegistryDb db, Guardian guardian, TimeProvider clock)
    : ICommandHandler<RecordCommittees, IReadOnlyList<Guid>>
{
    public async Task<Result<IReadOnlyList<Guid>>> Handle(RecordCommittees command, CancellationToken cancellationToken)
    {
        foreach (var unitId in command.Committees.Select(row => row.UnitId).Distinct())
        {
            var allowed = await guardian.RequireAsync(UnitRegistryPermissions.Keep, unitId, cancellationToken);
            if (!allowed.Succeeded) return allowed;
        }

        if (await RefusalAsync(command.Committees, cancellationToken) is { } failure) return failure;
        var now = clock.GetUtcNow();
        var committees = command.Committees.Select(row => CommitteeOf(row, now)).ToList();
        db.Committees.AddRange(committees);
        db.Audit(new AuditEntry(
            "unit_registry.committees_recorded", "committee", committees.Count == 1 ? committees[0].Id.ToString() : "batch",
            committees.Count == 1 ? committees[0].UnitId : null, new { committees.Count }));
        db.Publish(new UnitStandingsChanged(Ids.New(), committees.Min(committee => committee.ValidFrom)));
        await db.SaveChangesAsync(cancellationToken);
        return committees.ConvertAll(committee => committee.Id);
    }

    private static Committee CommitteeOf(NewCommittee row, DateTimeOffset at)
    {
        var id = Ids.New();
        var seats = (row.Seats ?? []).Select((seat, i) => new CommitteeSeat
        {
            CommitteeId = id,
            Number = i + 1,
            Role = seat.Role,
            Office = seat.Office.Normalize().Trim(),
        }).ToList();
        return new Committee
        {
            Id = id,
            UnitId = row.UnitId,
            DecisionNumber = row.DecisionNumber,
            DecidedOn = row.DecidedOn,
            ValidFrom = row.ValidFrom ?? row.DecidedOn,
            ValidTo = row.ValidTo,
            HeadOffice = row.HeadOffice ?? seats.Find(seat => seat.Role == SeatRole.Head)?.Office ?? "",
            MemberCount = row.MemberCount ?? (seats.Count == 0 ? null : seats.Count(seat => seat.Role != SeatRole.SupportTeam)),
            Seats = seats,
            RecordedAt = at,
        };
    }

    private async Task<Failure?> RefusalAsync(IReadOnlyList<NewCommittee> rows, CancellationToken cancellationToken)
    {
        var states = new List<UnitState>();
        var known = new List<(Guid UnitId, string DecisionNumber)>();
        foreach (var portion in rows.Select(row => row.UnitId).Distinct().Chunk(Registrar.Portion))
        {
            states.AddRange(await db.States.AsNoTracking().Where(state => portion.Contains(state.UnitId)).ToListAsync(cancellationToken));
            known.AddRange((await db.Committees.AsNoTracking().Where(committee => portion.Contains(committee.UnitId) && committee.SupersededAt == null)
                .Select(committee => new { committee.UnitId, committee.DecisionNumber }).ToListAsync(cancellationToken))
                .Select(committee => (committee.UnitId, committee.DecisionNumber)));
        }

        var byUnit = states.ToLookup(state => state.UnitId);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var day = row.ValidFrom ?? row.DecidedOn;
            if (!byUnit.Contains(row.UnitId)) return UnitRegistryFailures.UnitNotFound.On($"committees[{i}].unitId");
            var state = UnitAnswers.Nearest(byUnit[row.UnitId], day);
            var name = new BuildingBlocks.Contracts.LocalText(state.NameVi, state.NameEn);
            if (!new Validity(state.FoundedOn, state.ClosedOn).Contains(day))
                return UnitRegistryFailures.NotThen.On($"committees[{i}].validFrom", name, day);
            if (known.Contains((row.UnitId, row.DecisionNumber)))
                return UnitRegistryFailures.CommitteeExists.On($"committees[{i}].decisionNumber", name, row.DecisionNumber);
            known.Add((row.UnitId, row.DecisionNumber));
        }

        return null;
    }
}
