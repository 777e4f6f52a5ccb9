namespace BatchResource.Provider.Jobs;

/// <summary>What to make of the job that Bedrock returned for the event's token (L7).</summary>
internal enum ReplayDecision
{
    /// <summary>It is the event's job.</summary>
    Use,

    /// <summary>It is a dead one of an earlier deployment that had the same RequestId: try again under the next token.</summary>
    FreshAttempt,

    /// <summary>It was cancelled after this very event had started it: start nothing.</summary>
    Cancelled,

    /// <summary>It failed after this very event had started it: start nothing.</summary>
    Failed,
}
