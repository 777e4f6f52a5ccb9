namespace BatchResource.Local.CloudFormation;

/// <summary>CloudFormation refuses an operation on a stack; nothing has been changed.</summary>
public class StackException(string message) : Exception(message)
{
    /// <summary>What CloudFormation says of an update that would change nothing.</summary>
    internal const string NoUpdates = "No updates are to be performed.";
}
