namespace BatchResource.Provider.Jobs;

/// <summary>A call to Bedrock that failed.</summary>
internal sealed class JobServiceException(string operation, JobServiceError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The name of the operation, as AWS spells it.</summary>
    public string Operation { get; } = operation;

    public JobServiceError Error { get; } = error;

    /// <summary>The call may have worked anyway.</summary>
    public bool IsAmbiguous => Error is JobServiceError.Server or JobServiceError.NoAnswer or JobServiceError.Repeated;

    /// <summary>
    /// Another job has the name. CreateModelInvocationJob says so with ConflictException, its siblings with ValidationException (L6).
    /// </summary>
    public bool IsNameInUse =>
        Error == JobServiceError.Conflict
        || (Error == JobServiceError.Invalid && Message.Contains("name is currently in use", StringComparison.OrdinalIgnoreCase));

    /// <summary>Another job has used the token. The name is free.</summary>
    public bool IsTokenInUse =>
        Error == JobServiceError.Conflict
        && (Message.Contains("token", StringComparison.OrdinalIgnoreCase)
            || Message.Contains("idempoten", StringComparison.OrdinalIgnoreCase));

    /// <summary>A new role is not yet known everywhere (L13).</summary>
    public bool IsRoleNotVisibleYet => Error switch
    {
        JobServiceError.Invalid => Message.Contains("could not assume", StringComparison.OrdinalIgnoreCase),
        JobServiceError.AccessDenied => Message.Contains("iam:PassRole", StringComparison.Ordinal) && !IsDenied,
        _ => false,
    };

    /// <summary>
    /// No policy allows the call, or the policy is not yet known everywhere (L13). Other refusals have other words: an explicit deny, or a
    /// model that the account cannot access.
    /// </summary>
    public bool IsPolicyNotVisibleYet =>
        Error == JobServiceError.AccessDenied
        && Message.Contains("not authorized to perform", StringComparison.OrdinalIgnoreCase)
        && !IsDenied;

    /// <summary>The text for the user: the operation, and Bedrock's own words.</summary>
    public string Sentence => $"{Operation}: {Message}";

    private bool IsDenied => Message.Contains("explicit deny", StringComparison.OrdinalIgnoreCase);
}
