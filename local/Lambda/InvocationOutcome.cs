namespace BatchResource.Local.Lambda;

/// <summary>How an attempt to run an invocation ended.</summary>
public enum InvocationOutcome
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>The function returned.</summary>
    Succeeded,

    /// <summary>The function reported an error.</summary>
    FunctionError,

    /// <summary>The process was killed at the function's timeout.</summary>
    TimedOut,

    /// <summary>The process ended while it served the invocation.</summary>
    Crashed,

    /// <summary>The process could not be started, or did not get as far as asking for an event.</summary>
    InitFailed,

    /// <summary>The event was dropped before this attempt, because it got too old or its function was removed.</summary>
    Dropped,
}
