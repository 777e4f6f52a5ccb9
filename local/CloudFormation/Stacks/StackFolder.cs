using BatchResource.Local.Ground;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// The files of all stacks: one for the latest stack of each name. A deleted one moves into a folder of its own when another takes its
/// name, since its ARN still finds it.
/// </summary>
/// <param name="root">The folder, or null to keep nothing.</param>
internal sealed class StackFolder(string? root)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> idsByName = [];

    /// <summary>Writes down what an event has changed.</summary>
    public void Record(StackState stack, StackEvent e) => Write(stack, file => file.Record(stack, e));

    /// <summary>Writes down the whole stack as it is.</summary>
    public void Save(StackState stack) => Write(stack, file => file.Save(stack));

    /// <summary>Every stack that was written down, deleted ones included, in the order of their creation.</summary>
    /// <exception cref="StateException">A file is damaged; all stay as they are.</exception>
    public IReadOnlyList<StackState> ReadAll()
    {
        if (root is null)
            return [];
        var stacks = Files(root).Select(file => new StackFile(file).Read()).ToList();
        lock (gate)
        {
            foreach (var stack in stacks)
                idsByName[stack.Identity.Name] = stack.Identity.Id;
        }

        return [.. Files(Deleted).Select(file => new StackFile(file).Read()).Concat(stacks).OrderBy(stack => stack.CreationTime)];
    }

    private string Deleted => Path.Combine(root!, "deleted");

    private void Write(StackState stack, Action<StackFile> write)
    {
        if (root is null)
            return;
        lock (gate)
        {
            Directory.CreateDirectory(root);
            var (name, id) = (stack.Identity.Name, stack.Identity.Id);
            var path = Path.Combine(root, $"{name}.jsonl");
            if (idsByName.TryGetValue(name, out var former) && former != id)
            {
                Directory.CreateDirectory(Deleted);
                File.Move(path, Path.Combine(Deleted, $"{name}.{former.Split('/')[^1]}.jsonl"), overwrite: true);
            }

            idsByName[name] = id;
            write(new StackFile(path));
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal) : [];
}
