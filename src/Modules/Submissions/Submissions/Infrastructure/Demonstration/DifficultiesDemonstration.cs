using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Difficulties;
using LearningCity.Submissions.Domain.Difficulties;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Submissions.Infrastructure.Demonstration;

/// <summary>
/// Some weeks before today units raise difficulties and proposals: some are answered, some forwarded, two are grouped into a theme, one
/// is put to the committee's meeting. Plausible, and marked as demonstration.
/// </summary>
internal sealed class DifficultiesDemonstration(ISubmissionsDb db, IServiceScopeFactory scopes, ISender sender) : IDemonstration
{
    private const string NamedWard = "26740";
    private const string Mark = " (Nội dung trình diễn.)";
    private static readonly TimeOnly Morning = new(9, 0);

    public int Order => 65;

    public async Task PlayAsync(DemonstrationStage demonstration, CancellationToken cancellationToken)
    {
        if (demonstration.Act != DemonstrationAct.Finish) return;
        var units = await sender.Send(
            new FindUnitsByCode([WellKnownUnits.SupportTeam, WellKnownUnits.EducationDepartment, NamedWard], demonstration.Today), cancellationToken);
        var (team, department, ward) = (Id(units, WellKnownUnits.SupportTeam), Id(units, WellKnownUnits.EducationDepartment), Id(units, NamedWard));
        var schools = await db.UnitPlaces.AsNoTracking()
            .Where(place => place.AncestorId == ward && place.Depth == 1 && place.Relation == UnitRelation.ReportsTo && place.ValidTo == null)
            .Join(db.Submissions.AsNoTracking(), place => place.UnitId, s => s.UnitId, (place, s) => new { s.UnitId, s.Sequence })
            .OrderBy(s => s.Sequence).Select(s => s.UnitId).ToListAsync(cancellationToken);
        Guid[] below = [.. schools.Distinct().Take(2)];
        void Show(int days) => demonstration.Clock.Show(CityTime.At(demonstration.Today.AddDays(-days), Morning));

        Show(74);
        var devices = new List<Guid>();
        foreach (var (unit, text) in below.Zip((string[])
            [
                "Phòng máy tính xuống cấp, chưa đủ thiết bị để khai thác học liệu số.",
                "Thiếu máy tính cho lớp học số cộng đồng buổi tối; nhà trường phải chia ca.",
            ]))
            devices.Add(await RaiseAsync(unit, DifficultyKind.Difficulty, text, cancellationToken));
        var money = await RaiseAsync(ward, DifficultyKind.Difficulty, "Chưa có nguồn kinh phí riêng cho lớp xóa mù chữ buổi tối tại khu dân cư.", cancellationToken);
        var forms = await RaiseAsync(ward, DifficultyKind.Proposal, "Đề nghị có mẫu hồ sơ công nhận đơn vị học tập dùng chung toàn thành phố.", cancellationToken);
        Show(72);
        foreach (var id in devices)
            await StepAsync(ward, id, DifficultyAct.Forward, "Vượt khả năng ngân sách của phường, đề nghị Sở xem xét.", null, cancellationToken);
        await StepAsync(department, forms, DifficultyAct.Answer, "Sở sẽ trình Ban Chỉ đạo ban hành mẫu dùng chung.", null, cancellationToken);
        Show(70);
        var meetings = await sender.Send(new ListMeetingsToCome([team], demonstration.Today.AddDays(-70)), cancellationToken);
        if (devices.Count > 0)
        {
            var theme = await SendAsync(department, SubmissionsPermissions.AnswerCode, new OpenTheme(department, "Thiết bị cho học liệu số (trình diễn)"), cancellationToken);
            await SendAsync(department, SubmissionsPermissions.AnswerCode, new GroupDifficulties(theme, devices), cancellationToken);
            if (meetings.Count > 0)
                await StepAsync(department, devices[0], DifficultyAct.PutToMeeting, "Xin ý kiến Ban Chỉ đạo về phương án trang bị.", meetings[0].Id, cancellationToken);
        }

        if (meetings.Count > 0)
            await StepAsync(department, money, DifficultyAct.PutToMeeting, "Xin ý kiến Ban Chỉ đạo về nguồn kinh phí.", meetings[0].Id, cancellationToken);
        Show(12);
        await RaiseAsync(ward, DifficultyKind.Proposal, "Đề nghị tập huấn cách tính tỷ lệ người dân được công nhận công dân học tập.", cancellationToken);
        Show(0);
    }

    private static Guid Id(IReadOnlyList<UnitSummary> units, string code) => units.First(unit => unit.Code == code).Id;

    private Task<Guid> RaiseAsync(Guid unitId, DifficultyKind kind, string text, CancellationToken cancellationToken) => SendAsync(
        unitId, SubmissionsPermissions.ReportCode, new RaiseDifficulty(unitId, null, kind, text + Mark, null, null, null), cancellationToken);

    private async Task StepAsync(Guid unitId, Guid id, DifficultyAct act, string text, Guid? meetingId, CancellationToken cancellationToken)
    {
        var version = await db.Difficulties.AsNoTracking().Where(d => d.Id == id).Select(d => d.Version).SingleAsync(cancellationToken);
        await SendAsync(unitId, SubmissionsPermissions.AnswerCode, new TakeDifficultyStep(id, version, act, text, null, meetingId), cancellationToken);
    }

    private async Task<T> SendAsync<T>(Guid unitId, string permission, IRequest<Result<T>> command, CancellationToken cancellationToken)
    {
        await using var scope = await ActAsync(unitId, permission, cancellationToken);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
        return result.Succeeded ? result.Value : throw Refused(result.Failures);
    }

    private async Task SendAsync(Guid unitId, string permission, IRequest<Result> command, CancellationToken cancellationToken)
    {
        await using var scope = await ActAsync(unitId, permission, cancellationToken);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
        if (!result.Succeeded) throw Refused(result.Failures);
    }

    /// <summary>Somebody of the unit who may, with that permission and no more.</summary>
    private async Task<AsyncServiceScope> ActAsync(Guid unitId, string permission, CancellationToken cancellationToken)
    {
        var people = await sender.Send(new GetPeopleOfUnits([unitId], permission), cancellationToken);
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(new Caller(
            people is [var person, ..] ? person.PersonId : Guid.Empty, CallerKind.Person, "", unitId,
            [new Grant(permission, unitId), new Grant(SubmissionsPermissions.ReadCode, unitId)]));
        return scope;
    }

    private static InvalidOperationException Refused(IReadOnlyList<Failure> failures) =>
        new($"The demonstration was refused: {failures[0].Code} {failures[0].Message(Language.En)}");
}
