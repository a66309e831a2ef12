namespace LearningCity.BuildingBlocks.Results;

/// <summary>What kind of refusal a failure is; it decides the HTTP status.</summary>
public enum FailureKind
{
    /// <summary>The input breaks a rule of form or of the field (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in, or the key is not known (401).</summary>
    Unauthenticated,

    /// <summary>The caller may not do this, or not for this unit (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or not for this caller (404).</summary>
    NotFound,

    /// <summary>The state of the thing does not allow it (409).</summary>
    Conflict,

    /// <summary>Somebody changed the thing in between (412).</summary>
    Stale,

    /// <summary>More than is taken at once (413).</summary>
    TooLarge,

    /// <summary>A file or body of a type that is not taken (415).</summary>
    UnsupportedType,

    /// <summary>Too many requests (429).</summary>
    TooMany,

    /// <summary>Something that this needs is missing at the moment (503).</summary>
    Unavailable,
}
