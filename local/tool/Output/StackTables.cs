namespace BatchResource.Local.Tool.Output;

/// <summary>Stacks for people.</summary>
internal static class StackTables
{
    /// <summary>A stack with its resources and outputs.</summary>
    public static void Write(Terminal terminal, StackResult stack)
    {
        terminal.Line($"{stack.StackName}  {stack.Status}  {stack.StatusReason}".TrimEnd(), StatusColor.Of(stack.Status));
        if (stack.Resources.Count > 0)
        {
            terminal.Table(
                ["Logical ID", "Type", "Status", "Physical ID"],
                [.. stack.Resources.Values.OrderBy(resource => resource.LogicalId)
                    .Select(resource => new[] { resource.LogicalId, resource.Type, resource.Status, resource.PhysicalId ?? "" })],
                statusColumn: 2);
        }

        WriteOutputs(terminal, stack);
    }

    /// <summary>The outputs of a stack, as <c>cdk deploy</c> shows them.</summary>
    public static void WriteOutputs(Terminal terminal, StackResult stack)
    {
        foreach (var (name, value) in stack.Outputs)
            terminal.Line($"{stack.StackName}.{name} = {value}");
    }

    /// <summary>A list of stacks.</summary>
    public static void WriteAll(Terminal terminal, IEnumerable<StackResult> stacks) => terminal.Table(
        ["Stack", "Status", "Resources"],
        [.. stacks.Select(stack => new[] { stack.StackName, stack.Status, $"{stack.Resources.Count}" })],
        statusColumn: 1);
}
