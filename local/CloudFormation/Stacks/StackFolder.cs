using BatchResource.Local.Ground;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>The files of all stacks.</summary>
/// <param name="root">The folder, or null to keep nothing.</param>
internal sealed class StackFolder(string? root)
{
    private readonly Lock gate = new();

    /// <summary>Writes down what an event has changed.</summary>
    public void Record(StackState stack, StackEvent e)
    {
        if (root is null)
            return;
        Directory.CreateDirectory(root);
        lock (gate)
            FileOf(stack.Identity.Name).Record(stack, e);
    }

    /// <summary>Writes down the whole stack as it is.</summary>
    public void Save(StackState stack)
    {
        if (root is null)
            return;
        Directory.CreateDirectory(root);
        lock (gate)
            FileOf(stack.Identity.Name).Save(stack);
    }

    /// <summary>Every stack that was written down.</summary>
    /// <exception cref="StateException">A file is damaged; all stay as they are.</exception>
    public IReadOnlyList<StackState> ReadAll() => root is null || !Directory.Exists(root)
        ? []
        : [.. Directory.GetFiles(root, "*.jsonl").Order(StringComparer.Ordinal).Select(file => new StackFile(file).Read())];

    private StackFile FileOf(string stackName) => new(Path.Combine(root!, $"{stackName}.jsonl"));
}
