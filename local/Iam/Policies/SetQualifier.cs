namespace BatchResource.Local.Iam.Policies;

/// <summary>How a condition treats a key of several values.</summary>
internal enum SetQualifier
{
    /// <summary>The key has one value.</summary>
    None,

    /// <summary>Every value of the request must match; holds when there is none.</summary>
    ForAllValues,

    /// <summary>One value of the request must match.</summary>
    ForAnyValue,
}
