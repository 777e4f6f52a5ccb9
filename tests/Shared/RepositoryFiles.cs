namespace BatchResource.Tests.Shared;

/// <summary>The repository that the tests are built from, to hold its documents against the code.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file, its path given from the root with slashes.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file, its path given from the root with slashes.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>The sources below a folder, their paths given from the root with slashes, without what builds write.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(name => name is "bin" or "obj" or "node_modules"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BatchResource.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run below the repository");
        }

        return folder.FullName;
    }
}
