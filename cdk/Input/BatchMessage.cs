namespace BatchResource.Cdk;

/// <summary>One message of the conversation in a record. The model continues the conversation.</summary>
public sealed class BatchMessage
{
    private BatchMessage(string role, BatchContent[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
        {
            throw new ArgumentException($"a message of the {role} must have content", nameof(content));
        }

        (Role, Content) = (role, content);
    }

    internal string Role { get; }

    internal IReadOnlyList<BatchContent> Content { get; }

    /// <summary>A message of the user. A conversation begins with one, and usually ends with one.</summary>
    /// <param name="content">The texts and images, at least one.</param>
    public static BatchMessage User(params BatchContent[] content) => new("user", content);

    /// <summary>An earlier answer of the model, or the beginning of its next answer.</summary>
    /// <param name="content">The texts, at least one.</param>
    public static BatchMessage Assistant(params BatchContent[] content) => new("assistant", content);
}
