using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>The difficulties and proposals that units raised with a period, addressed to whoever is to act.</summary>
internal sealed class MatterTexts(ISender sender) : IUnitTexts
{
    public async Task<IReadOnlyList<UnitText>> ReadAsync(Guid periodId, IReadOnlyCollection<UnitSummary> units, CancellationToken cancellationToken)
    {
        var byId = units.ToDictionary(unit => unit.Id);
        var matters = await sender.Send(new ListMattersRaised(periodId, [.. byId.Keys]), cancellationToken);
        if (matters.Count == 0) return [];
        var holders = (await sender.Send(
                new GetUnits([.. matters.Select(matter => matter.HolderUnitId).Distinct()], matters.Max(matter => matter.RaisedOn)), cancellationToken))
            .ToDictionary(unit => unit.Id, unit => unit.Name.Vi);
        return
        [
            .. matters.Select(matter => new UnitText(
                byId[matter.UnitId], matter.Kind == MatterKind.Difficulty ? UnitTextKind.Difficulty : UnitTextKind.Proposal,
                matter.IsIndicator ? null : matter.Subject, holders.GetValueOrDefault(matter.HolderUnitId), matter.IsIndicator ? matter.Subject : null,
                matter.Text.Trim())),
        ];
    }
}
