namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>CloudFormation refuses an operation on a change set; nothing has been changed.</summary>
/// <param name="code">The API's error code, such as <c>ChangeSetNotFound</c>.</param>
/// <param name="message">Says why.</param>
internal sealed class ChangeSetException(string code, string message) : Exception(message)
{
    public const string NotFound = "ChangeSetNotFound";
    public const string AlreadyExists = "AlreadyExistsException";
    public const string InvalidStatus = "InvalidChangeSetStatus";

    /// <summary>The API's error code.</summary>
    public string Code { get; } = code;
}
