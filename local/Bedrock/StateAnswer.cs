namespace BatchResource.Local.Bedrock;

/// <summary>What an operation may do with a job whose state it does not fit.</summary>
public enum StateAnswer
{
    /// <summary>Succeeds.</summary>
    Accepted,

    /// <summary>Refuses with ValidationException.</summary>
    Validation,

    /// <summary>Refuses with ConflictException.</summary>
    Conflict,

    /// <summary>Refuses with ResourceNotFoundException.</summary>
    NotFound,
}
