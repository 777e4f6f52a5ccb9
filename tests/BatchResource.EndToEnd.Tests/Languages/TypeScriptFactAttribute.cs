using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Languages;

/// <summary>A test that needs Node.js, and the packages of samples/typescript.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TypeScriptFactAttribute : FactAttribute
{
    public TypeScriptFactAttribute() => Skip = Missing();

    private static string? Missing() =>
        !CommandLine.Has("node") ? "Node.js is not on the path"
        : !Directory.Exists(Path.Combine(RepositoryFiles.Root, "samples", "typescript", "node_modules"))
            ? "the packages of samples/typescript are not installed: make test-needs installs them"
        : null;
}
