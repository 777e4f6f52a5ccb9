namespace BatchResource.Provider.Jobs;

/// <summary>The ways in which a call to Bedrock can fail, as far as the rules distinguish them.</summary>
internal enum JobServiceError
{
    /// <summary>Too many calls; nothing happened.</summary>
    Throttled,

    /// <summary>5xx, or an unreadable answer. The call may have worked.</summary>
    Server,

    /// <summary>Refused, reset or timed out. The call may have worked.</summary>
    NoAnswer,

    /// <summary>
    /// A creation succeeded but named no job. The documentation says that for a known token Bedrock "ignores the request, but does not
    /// return an error".
    /// </summary>
    Repeated,

    /// <summary>Too many jobs; nothing happened.</summary>
    QuotaExceeded,

    /// <summary>There is no such job, or not yet.</summary>
    NotFound,

    /// <summary>ConflictException.</summary>
    Conflict,

    /// <summary>ValidationException, TooManyTagsException and every other mistake of the caller.</summary>
    Invalid,

    /// <summary>AccessDeniedException and refused credentials.</summary>
    AccessDenied,
}
