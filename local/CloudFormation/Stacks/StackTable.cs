using System.Collections.Concurrent;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Every stack that there is or was, by id; and by name the latest of each.</summary>
internal sealed class StackTable(Func<string, string?> storedParameter, TimeProvider clock) : IExports, IStackLookup
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, StackState> byId = new();
    private readonly ConcurrentDictionary<string, StackState> byName = new();

    /// <summary>Every stack that is not deleted.</summary>
    public IEnumerable<StackState> Living => byName.Values.Where(stack => stack.Exists);

    /// <summary>Every stack, deleted ones of the last 90 days included, in the order of their creation.</summary>
    public IReadOnlyList<StackState> All =>
        [.. byId.Values.Where(stack => !stack.IsForgotten(clock.GetUtcNow())).OrderBy(stack => stack.CreationTime)];

    /// <summary>A stack by its ARN, or the latest one of a name; those that were deleted in the last 90 days are found too.</summary>
    public StackState? Find(string nameOrId) =>
        (byId.GetValueOrDefault(nameOrId) ?? byName.GetValueOrDefault(nameOrId)) is { } stack && !stack.IsForgotten(clock.GetUtcNow())
            ? stack
            : null;

    /// <summary>A stack that is not deleted, by its name or ARN.</summary>
    /// <exception cref="StackException">There is none.</exception>
    public StackState Existing(string nameOrId) => Find(nameOrId) is { Exists: true } stack
        ? stack
        : throw new StackException($"Stack [{nameOrId}] does not exist");

    /// <summary>Adds a stack, unless one of its name exists.</summary>
    public bool TryAdd(StackState stack)
    {
        lock (gate)
        {
            if (byName.TryGetValue(stack.Identity.Name, out var known) && known.Exists)
                return false;
            foreach (var forgotten in byId.Values.Where(other => other.IsForgotten(stack.CreationTime)))
                byId.TryRemove(forgotten.Identity.Id, out _);
            Put(stack);
            return true;
        }
    }

    /// <summary>Adds a stack that a former process has left; one that exists counts as the latest of its name.</summary>
    public void Restore(StackState stack)
    {
        lock (gate)
        {
            if (byName.TryGetValue(stack.Identity.Name, out var known) && known.Exists)
                byId[stack.Identity.Id] = stack;
            else
                Put(stack);
        }
    }

    /// <inheritdoc/>
    public string? Exporter(string exportName) =>
        Living.FirstOrDefault(stack => stack.Outputs.Any(output => output.ExportName == exportName))?.Identity.Name;

    /// <inheritdoc/>
    public string? Export(string exportName) =>
        Living.SelectMany(stack => stack.Outputs).FirstOrDefault(output => output.ExportName == exportName)?.Value;

    /// <inheritdoc/>
    public string? Output(string stackName, string outputName) =>
        Find(stackName) is { Exists: true } stack ? stack.Outputs.FirstOrDefault(output => output.Name == outputName)?.Value : null;

    /// <inheritdoc/>
    public string? StoredParameter(string name) => storedParameter(name);

    public IEnumerable<(StackState Stack, StackOutput Output)> Exports =>
        Living.SelectMany(stack => stack.Outputs.Where(output => output.ExportName is not null).Select(output => (stack, output)));

    /// <inheritdoc/>
    IReadOnlyList<string> IExports.Importers(string exportName) => [.. Importers(exportName).Select(stack => stack.Identity.Name).Order()];

    public IReadOnlyList<StackState> Importers(string exportName) => [.. Living.Where(stack => stack.Imports.Contains(exportName))];

    private void Put(StackState stack)
    {
        byId[stack.Identity.Id] = stack;
        byName[stack.Identity.Name] = stack;
    }
}
