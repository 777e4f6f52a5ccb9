using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>The stacks in a state folder, read without taking hold of it.</summary>
internal sealed record SavedStacks(string Folder, IReadOnlyList<StackResult> All)
{
    /// <summary>Reads the stacks.</summary>
    /// <exception cref="StateException">A file is damaged.</exception>
    public static SavedStacks Read(string folder) =>
        new(folder, [.. ReadStates(folder).Select(stack => StackResult.Of(stack))]);

    /// <summary>Reads everything that is known of the stacks.</summary>
    /// <exception cref="StateException">A file is damaged.</exception>
    public static IReadOnlyList<StackState> ReadStates(string folder) => new StackFolder(StateFolder.StacksIn(folder)).ReadAll();

    /// <summary>The stack of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public StackResult Find(string name) =>
        All.LastOrDefault(stack => stack.StackName == name) ?? throw new KeyNotFoundException($"There is no stack {name} in {Folder}");
}
