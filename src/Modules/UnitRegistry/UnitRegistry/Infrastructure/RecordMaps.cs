using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Infrastructure;

/// <summary>How the records that hang on units are stored: committees, recognitions, focal points, groups, hand-overs, drafts.</summary>
internal static class RecordMaps
{
    internal static void MapRecords(this ModelBuilder model)
    {
        MapCommittees(model);
        MapRecognitions(model);
        model.Entity<FocalPoint>(point =>
        {
            point.ToTable("focal_points");
            point.Property(row => row.Id).ValueGeneratedNever();
            point.Property(row => row.Name).HasMaxLength(100);
            point.Property(row => row.Duty).HasMaxLength(200);
            point.Property(row => row.Email).HasMaxLength(200);
            point.Property(row => row.Phone).HasMaxLength(30);
            point.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<UnitGroup>(group =>
        {
            group.ToTable("unit_groups");
            group.Property(row => row.Id).ValueGeneratedNever();
            group.Property(row => row.Kind).HasMaxLength(40);
            group.Property(row => row.Code).HasMaxLength(64);
            group.Property(row => row.NameVi).HasMaxLength(200);
            group.Property(row => row.NameEn).HasMaxLength(200);
            group.HasIndex(row => new { row.Kind, row.Code }).IsUnique();
        });
        model.Entity<GroupMember>(member =>
        {
            member.ToTable("group_members");
            member.Property(row => row.Id).ValueGeneratedNever();
            member.HasOne<UnitGroup>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.NoAction);
            member.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<HandOver>(handOver =>
        {
            handOver.ToTable("hand_overs");
            handOver.Property(row => row.Id).ValueGeneratedNever();
            handOver.Property(row => row.Note).HasMaxLength(2000);
            handOver.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.FromUnitId).OnDelete(DeleteBehavior.NoAction);
            handOver.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.ToUnitId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<ReorganisationDraft>(draft =>
        {
            draft.ToTable("reorganisation_drafts");
            draft.Property(row => row.Id).ValueGeneratedNever();
            draft.Property(row => row.Content).HasMaxLength(-1);
            draft.HasIndex(row => row.ChangedAt);
        });
    }

    private static void MapCommittees(ModelBuilder model)
    {
        model.Entity<Committee>(committee =>
        {
            committee.ToTable("committees");
            committee.Property(row => row.Id).ValueGeneratedNever();
            committee.Property(row => row.DecisionNumber).HasMaxLength(100);
            committee.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.NoAction);
            committee.HasMany(row => row.Seats).WithOne().HasForeignKey(seat => seat.CommitteeId).OnDelete(DeleteBehavior.NoAction);
            committee.HasIndex(row => new { row.UnitId, row.DecisionNumber });
        });
        model.Entity<CommitteeSeat>(seat =>
        {
            seat.ToTable("committee_seats");
            seat.HasKey(row => new { row.CommitteeId, row.Number });
            seat.Property(row => row.Office).HasMaxLength(200);
        });
    }

    private static void MapRecognitions(ModelBuilder model)
    {
        model.Entity<Recognition>(recognition =>
        {
            recognition.ToTable("recognitions");
            recognition.Property(row => row.Id).ValueGeneratedNever();
            recognition.Property(row => row.Title).HasMaxLength(200);
            recognition.Property(row => row.Level).HasMaxLength(100);
            recognition.Property(row => row.DecisionNumber).HasMaxLength(100);
            recognition.Property(row => row.Authority).HasMaxLength(200);
            recognition.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.NoAction);
            recognition.HasOne(row => row.Withdrawal).WithOne().HasForeignKey<RecognitionWithdrawal>(row => row.RecognitionId)
                .OnDelete(DeleteBehavior.NoAction);
            recognition.HasIndex(row => new { row.UnitId, row.DecisionNumber });
        });
        model.Entity<RecognitionWithdrawal>(withdrawal =>
        {
            withdrawal.ToTable("recognition_withdrawals");
            withdrawal.HasKey(row => row.RecognitionId);
            withdrawal.Property(row => row.DecisionNumber).HasMaxLength(100);
            withdrawal.Property(row => row.Reason).HasMaxLength(2000);
        });
    }
}
