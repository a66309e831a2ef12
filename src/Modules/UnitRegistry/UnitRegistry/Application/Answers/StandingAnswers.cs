using System.Globalization;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

/// <summary>Says which units have what indicators count.</summary>
internal sealed class StandingAnswers(IUnitRegistryDb db)
    : IQueryHandler<FindUnitsWithCommittee, IReadOnlySet<Guid>>, IQueryHandler<FindRecognizedUnits, IReadOnlySet<Guid>>
{
    public async Task<IReadOnlySet<Guid>> Handle(FindUnitsWithCommittee request, CancellationToken cancellationToken)
    {
        var day = request.On;
        return await db.Committees.AsNoTracking()
            .Where(committee => committee.SupersededAt == null && committee.ValidFrom <= day && (committee.ValidTo == null || committee.ValidTo >= day))
            .Select(committee => committee.UnitId).Distinct().ToHashSetAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<Guid>> Handle(FindRecognizedUnits request, CancellationToken cancellationToken)
    {
        var day = request.On;
        var rows = await db.Recognitions.AsNoTracking().Include(row => row.Withdrawal).Where(row => row.ValidFrom <= day).ToListAsync(cancellationToken);
        return rows.Where(row => (row.LastDay is not { } last || last >= day) && Same(row.Title, request.Title) && Reaches(row.Level, request.Level))
            .Select(row => row.UnitId).ToHashSet();
    }

    /// <summary>Whether a level is the one asked for or a higher one: of levels "1" and "2" the second is higher (Circular 24/2020 and the like).</summary>
    internal static bool Reaches(string level, string? asked) =>
        string.IsNullOrEmpty(asked) || (Number(level) is { } held && Number(asked) is { } least ? held >= least : Same(level, asked));

    private static bool Same(string one, string other) =>
        string.Equals(SearchText.Fold(one), SearchText.Fold(other), StringComparison.Ordinal);

    // "2", "mức 2", "cấp độ 2".
    private static int? Number(string level)
    {
        var digits = new string([.. level.Where(char.IsAsciiDigit)]);
        return digits.Length > 0 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
