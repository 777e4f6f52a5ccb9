namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What a template can ask for outside of its own stack.</summary>
internal interface IStackLookup
{
    /// <summary>The value that a stack exports by that name, or null.</summary>
    string? Export(string exportName);

    /// <summary>An output of a stack, by the stack's name or ARN; null when there is no such stack or output.</summary>
    string? Output(string stackName, string outputName);

    /// <summary>The value of a parameter of Systems Manager, or null.</summary>
    string? StoredParameter(string name);
}
