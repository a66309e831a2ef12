namespace LearningCity.Submissions.Ui;

/// <summary>What of the evidence of a submission a page shows.</summary>
public enum EvidencePart
{
    /// <summary>The pieces, and the ways to add one.</summary>
    Edit,

    /// <summary>The pieces.</summary>
    Read,

    /// <summary>The signed scans, and the way to add one.</summary>
    Scan,
}
