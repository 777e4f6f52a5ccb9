namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>The outputs that stacks of the account export.</summary>
internal interface IExports
{
    /// <summary>The stack that exports a name, or null.</summary>
    string? Exporter(string exportName);

    /// <summary>The names of the stacks that import a name.</summary>
    IReadOnlyList<string> Importers(string exportName);
}
