namespace BatchResource.Cdk;

/// <summary>A turn of the conversation that a record asks a model to go on with.</summary>
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

    /// <summary>What the user says. A conversation begins and usually ends with it.</summary>
    /// <param name="content">Texts and images, at least one.</param>
    public static BatchMessage User(params BatchContent[] content) => new("user", content);

    /// <summary>What the model has said before, or begins its answer with.</summary>
    /// <param name="content">Texts, at least one.</param>
    public static BatchMessage Assistant(params BatchContent[] content) => new("assistant", content);
}
