namespace LearningCity.BuildingBlocks.Ui;

/// <summary>The state of a report as people see it: one state per report, the same word on every page.</summary>
public enum ReportState
{
    /// <summary>Nothing is entered yet.</summary>
    NotStarted,

    /// <summary>The clerk is entering figures.</summary>
    Draft,

    /// <summary>Prepared; the head of the unit has to release it.</summary>
    AwaitingHead,

    /// <summary>Submitted; the reviewing body is to act.</summary>
    Submitted,

    /// <summary>Cells were returned with reasons; the unit is to act.</summary>
    Returned,

    /// <summary>Approved: the figures count.</summary>
    Approved,

    /// <summary>The period is closed.</summary>
    Locked,
}
