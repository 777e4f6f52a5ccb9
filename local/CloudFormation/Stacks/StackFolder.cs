using BatchResource.Local.Ground;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// The files of all stacks: one for the latest stack of each name. A deleted one moves into a folder of its own when another takes its
/// name, since its ARN still finds it, for 90 days of the local clock.
/// </summary>
/// <param name="root">The folder, or null to keep nothing.</param>
internal sealed class StackFolder(string? root)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Kept> latest = [];
    private readonly Dictionary<string, Kept> replaced = [];

    /// <summary>Writes down what an event has changed.</summary>
    public void Record(StackState stack, StackEvent e) => Write(stack, file => file.Record(stack, e));

    /// <summary>Writes down the whole stack as it is.</summary>
    public void Save(StackState stack) => Write(stack, file => file.Save(stack));

    /// <summary>Every stack that was written down, deleted ones included, in the order of their creation.</summary>
    /// <param name="now">
    /// For the process that holds the folder: what CloudFormation has forgotten by then is deleted, and does not come back.
    /// </param>
    /// <exception cref="StateException">A file is damaged; all stay as they are.</exception>
    public IReadOnlyList<StackState> ReadAll(DateTimeOffset? now = null)
    {
        if (root is null)
            return [];
        var stacks = Files(root).Concat(Files(Deleted)).Select(path => (Path: path, Stack: new StackFile(path).Read())).ToList();
        lock (gate)
        {
            foreach (var (path, stack) in stacks)
                (IsIn(Deleted, path) ? replaced : latest)[path] = Kept.Of(stack);
            if (now is { } time)
                Forget(time);
        }

        var found = stacks.Select(read => read.Stack).Where(stack => now is null || !stack.IsForgotten(now.Value));
        return [.. found.OrderBy(stack => stack.CreationTime)];
    }

    private string Deleted => Path.Combine(root!, "deleted");

    private void Write(StackState stack, Action<StackFile> write)
    {
        if (root is null)
            return;
        lock (gate)
        {
            Directory.CreateDirectory(root);
            var path = Path.Combine(root, $"{stack.Identity.Name}.jsonl");
            if (latest.TryGetValue(path, out var former) && former.Id != stack.Identity.Id)
            {
                Directory.CreateDirectory(Deleted);
                var moved = Path.Combine(Deleted, $"{stack.Identity.Name}.{former.Id.Split('/')[^1]}.jsonl");
                File.Move(path, moved, overwrite: true);
                replaced[moved] = former;
                Forget(stack.CreationTime);
            }

            latest[path] = Kept.Of(stack);
            write(new StackFile(path));
        }
    }

    /// <summary>Deletes what CloudFormation has forgotten. Only under the gate.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var files in new[] { latest, replaced })
        {
            foreach (var (path, _) in files.Where(file => StackState.IsLongAgo(file.Value.DeletedAt, now)).ToList())
            {
                File.Delete(path);
                files.Remove(path);
            }
        }
    }

    private static bool IsIn(string folder, string path) => Path.GetDirectoryName(path) == folder;

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal) : [];

    /// <summary>Whose a file is, and when that stack was deleted; null while it exists.</summary>
    private sealed record Kept(string Id, DateTimeOffset? DeletedAt)
    {
        public static Kept Of(StackState stack) => new(stack.Identity.Id, stack.Exists ? null : stack.DeletionTime);
    }
}
