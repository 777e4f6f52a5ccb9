namespace BatchResource.Provider.Jobs;

/// <summary>How a job was left.</summary>
internal enum StopResult
{
    /// <summary>There is no such job.</summary>
    NotFound,

    /// <summary>It is in a terminal state.</summary>
    Ended,

    /// <summary>It is on its way there and needs more time than there was.</summary>
    Stopping,

    /// <summary>It runs, and Bedrock does not stop it.</summary>
    Running,
}
