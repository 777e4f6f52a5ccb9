namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What becomes of a stack when a resource fails.</summary>
internal enum OnFailure
{
    /// <summary>It is rolled back: <c>ROLLBACK</c>, and the default.</summary>
    RollBack,

    /// <summary>It stays as it is and can be updated or rolled back: <c>DisableRollback</c>.</summary>
    Keep,

    /// <summary>A creation stays as it is and can only be rolled back or deleted: <c>DO_NOTHING</c>.</summary>
    DoNothing,

    /// <summary>A nested stack stays as it is, and its parent says what becomes of it.</summary>
    LeaveToParent,

    /// <summary>A creation is deleted: <c>DELETE</c>.</summary>
    Delete,
}
