namespace BatchResource.Local.Bedrock;

/// <summary>What Create may do with an idempotency token that it has seen.</summary>
public enum TokenAnswer
{
    /// <summary>Returns the job that the token created.</summary>
    SameJob,

    /// <summary>Takes no notice of the token: the rule of unique names decides.</summary>
    Ignored,

    /// <summary>Refuses with ConflictException.</summary>
    Conflict,

    /// <summary>Refuses with ValidationException.</summary>
    Validation,
}
