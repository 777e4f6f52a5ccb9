namespace BatchResource.Provider.Jobs;

/// <summary>How a call of Bedrock can fail, as far as the rules tell it apart.</summary>
internal enum JobServiceError
{
    /// <summary>Too many calls; nothing happened.</summary>
    Throttled,

    /// <summary>5xx, or an answer that is none; it may have happened.</summary>
    Server,

    /// <summary>Refused, reset or timed out; it may have happened.</summary>
    NoAnswer,

    /// <summary>
    /// A creation succeeded and names no job. Bedrock says of a token that it knows that it "ignores the request, but does not return an
    /// error".
    /// </summary>
    Repeated,

    /// <summary>Too many jobs; nothing happened.</summary>
    QuotaExceeded,

    /// <summary>There is no such job, or not yet.</summary>
    NotFound,

    /// <summary>ConflictException.</summary>
    Conflict,

    /// <summary>ValidationException, TooManyTagsException and whatever else is the caller's fault.</summary>
    Invalid,

    /// <summary>AccessDeniedException and refused credentials.</summary>
    AccessDenied,
}
