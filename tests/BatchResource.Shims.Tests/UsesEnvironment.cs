namespace BatchResource.Shims.Tests;

/// <summary>The tests that set environment variables, which are the whole process's: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class UsesEnvironment
{
    public const string Name = "environment";
}
