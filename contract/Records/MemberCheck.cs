namespace BatchResource.Contract;

/// <summary>What a member of a model's request body must be.</summary>
internal enum MemberCheck
{
    /// <summary>One of the names must be there, with a value of the type.</summary>
    Required,

    /// <summary>It may be left out; its value must be of the type.</summary>
    Optional,

    /// <summary>It must not be there.</summary>
    Forbidden,

    /// <summary>Not all of the names may be there at once.</summary>
    NotTogether,
}
