namespace BatchResource.Contract;

/// <summary>The check of a member of a model's request body.</summary>
internal enum MemberCheck
{
    /// <summary>At least one of the names must be there, with a value of the type.</summary>
    Required,

    /// <summary>The member may be left out. Otherwise its value must have the type.</summary>
    Optional,

    /// <summary>It must not be there.</summary>
    Forbidden,

    /// <summary>Not all of the names may be there together.</summary>
    NotTogether,
}
