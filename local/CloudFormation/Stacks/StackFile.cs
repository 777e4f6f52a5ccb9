using System.Text;
using System.Text.Json;
using BatchResource.Local.Ground;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Keeps a stack in a file: the whole stack in the first line, rewritten whenever the stack itself enters a state, and a line for every
/// event of a resource since. A process may be killed at any point.
/// </summary>
internal sealed class StackFile(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes down what an event has changed.</summary>
    public void Record(StackState stack, StackEvent e)
    {
        if (e.ResourceType == StackEvent.StackType)
        {
            Save(stack);
            return;
        }

        var change = new Change(e, stack.Resources.GetValueOrDefault(e.LogicalResourceId));
        File.AppendAllText(path, JsonSerializer.Serialize(change, Json) + "\n");
    }

    /// <summary>Writes down the whole stack as it is.</summary>
    public void Save(StackState stack) => AtomicFile.Write(path, JsonSerializer.Serialize(stack, Json) + "\n");

    /// <summary>The stack as it was last written down.</summary>
    /// <exception cref="StateException">The file is damaged; it stays as it is.</exception>
    public StackState Read()
    {
        var text = File.ReadAllText(path, Encoding.UTF8);
        // A last line without an end was cut off by a kill: the change had not happened yet.
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var stack = Parse<StackState>(lines.FirstOrDefault() ?? "", 1);
        foreach (var (index, line) in lines.Index().Skip(1))
            Apply(stack, Parse<Change>(line, index + 1));
        return stack;
    }

    private static void Apply(StackState stack, Change change)
    {
        stack.Events.Enqueue(change.Event);
        if (change.Resource is not null)
            stack.Resources[change.Event.LogicalResourceId] = change.Resource;
        else
            stack.Resources.TryRemove(change.Event.LogicalResourceId, out _);
    }

    private T Parse<T>(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new StateException($"{path} is damaged in line {number}; delete it to forget the stack");
        }
    }

    /// <summary>An event, and the resource after it; null when it left the stack.</summary>
    private sealed record Change(StackEvent Event, ResourceState? Resource);
}
