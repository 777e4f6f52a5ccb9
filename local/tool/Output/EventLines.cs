using System.Globalization;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Output;

/// <summary>Writes the events of a stack as they happen, in the columns of CloudFormation's console.</summary>
internal sealed class EventLines(Terminal terminal)
{
    private const int LogicalIdWidth = 40;
    private const int StatusWidth = 43;

    private readonly Lock gate = new();

    /// <summary>Writes the names of the columns.</summary>
    public void Header() => terminal.Row(
        ("Timestamp", 9, "bold"), ("Logical ID", LogicalIdWidth, "bold"), ("Status", StatusWidth, "bold"), ("Status reason", 0, "bold"));

    public void Write(StackEvent e)
    {
        lock (gate)
        {
            terminal.Row(
                (e.Timestamp.ToString("HH:mm:ss", CultureInfo.InvariantCulture), 9, "grey"),
                (Cut(e.LogicalResourceId), LogicalIdWidth, e.ResourceType == StackEvent.StackType ? "bold" : "default"),
                (e.ResourceStatus, StatusWidth, StatusColor.Of(e.ResourceStatus)),
                (e.ResourceStatusReason ?? "", 0, "default"));
        }
    }

    private static string Cut(string text) => text.Length <= LogicalIdWidth ? text : $"{text[..(LogicalIdWidth - 1)]}…";
}
