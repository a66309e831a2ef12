namespace LearningCity.BuildingBlocks.Ui;

/// <summary>What a tag or a notice wants to say. Colour is for where somebody must act; what is done stays quiet.</summary>
public enum Tone
{
    /// <summary>A plain fact.</summary>
    Neutral,

    /// <summary>Something is under way.</summary>
    Info,

    /// <summary>Somebody else is to act.</summary>
    Waiting,

    /// <summary>The reader should look at this.</summary>
    Attention,

    /// <summary>A rule is broken, or something is late.</summary>
    Error,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Final: nobody changes it any more.</summary>
    Final,
}
