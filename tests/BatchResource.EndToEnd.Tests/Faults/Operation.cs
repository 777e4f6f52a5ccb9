namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>What the user does when something goes wrong.</summary>
public enum Operation
{
    /// <summary>Creates the stack.</summary>
    Create,

    /// <summary>Changes the job's model.</summary>
    Update,

    /// <summary>Deletes the stack.</summary>
    Delete,
}
