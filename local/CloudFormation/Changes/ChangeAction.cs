namespace BatchResource.Local.CloudFormation.Changes;

/// <summary>What an update would do with a resource.</summary>
internal enum ChangeAction
{
    /// <summary>Create it.</summary>
    Add,

    /// <summary>Change it.</summary>
    Modify,

    /// <summary>Take it out of the stack.</summary>
    Remove,
}
