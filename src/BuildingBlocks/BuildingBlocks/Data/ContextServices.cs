using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>What every module's context needs from its scope.</summary>
public sealed class ContextServices(
    IDatabaseProvider provider, WriteGate gate, TimeProvider clock, ICurrentUser user, RequestContext request, EventCatalog events,
    RelaySignal relay)
{
    internal IDatabaseProvider Provider => provider;

    internal WriteGate Gate => gate;

    internal TimeProvider Clock => clock;

    internal ICurrentUser User => user;

    internal RequestContext Request => request;

    internal EventCatalog Events => events;

    internal RelaySignal Relay => relay;
}
