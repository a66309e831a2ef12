namespace LearningCity.Submissions.Domain;

/// <summary>Why a reviewer should look at a figure.</summary>
[Flags]
internal enum FlagKind
{
    /// <summary>Nothing conspicuous.</summary>
    None = 0,

    /// <summary>It changed since the last period by more than the catalogue takes without asking.</summary>
    Change = 1,

    /// <summary>It lies far from the unit's own earlier figures.</summary>
    History = 2,

    /// <summary>It lies far from the figures of units of the same type.</summary>
    Peers = 4,

    /// <summary>There was a figure in the last period and there is none now.</summary>
    Lost = 8,

    /// <summary>A soft rule of the catalogue asks about it, or its parts do not add up.</summary>
    Rule = 16,
}
