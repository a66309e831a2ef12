using System.Security.Cryptography;
using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Plans;

/// <summary>Attaches the document of a plan, as PDF; it takes the place of an earlier one.</summary>
internal sealed record AttachPlanFile(Guid PlanId, string FileName, Stream Content) : ICommand
{
    /// <summary>Largest file, in bytes.</summary>
    internal const int Largest = 10 * 1024 * 1024;
}

internal sealed class AttachPlanFileValidator : AbstractValidator<AttachPlanFile>
{
    public AttachPlanFileValidator() => RuleFor(command => command.FileName).RequiredText(255);
}

internal sealed class AttachPlanFileHandler(IReportingPeriodsDb db, Guardian guardian) : ICommandHandler<AttachPlanFile>
{
    public async Task<Result> Handle(AttachPlanFile request, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.FirstOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        if (plan is null) return MeetingFailures.UnknownPlan;
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.KeepPlans, plan.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var content = await ReadAsync(request.Content, cancellationToken);
        if (content is null) return MeetingFailures.FileTooLarge.On("file", AttachPlanFile.Largest / (1024 * 1024));
        if (!content.AsSpan().StartsWith("%PDF-"u8)) return MeetingFailures.FileNotPdf.On("file");
        var file = await db.PlanFiles.FirstOrDefaultAsync(f => f.PlanId == plan.Id, cancellationToken)
            ?? db.PlanFiles.Add(new PlanFile { PlanId = plan.Id, Content = content }).Entity;
        file.Content = content;
        (plan.FileName, plan.FileSize) = (Path.GetFileName(request.FileName.Trim()), content.Length);
        plan.FileHash = Convert.ToHexStringLower(SHA256.HashData(content));
        db.Audit(new AuditEntry(
            "reporting_periods.attach_plan_file", "plan", plan.Id.ToString(), plan.UnitId, new { plan.FileHash, plan.FileSize }));
        return await db.SaveSeenAsync(cancellationToken);
    }

    /// <summary>The file; null where it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (copy.Length + read > AttachPlanFile.Largest) return null;
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
