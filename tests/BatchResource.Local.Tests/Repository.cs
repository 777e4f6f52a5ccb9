namespace BatchResource.Local.Tests;

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>A file of it.</summary>
    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "BatchResource.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("these tests run inside the repository");
        return System.IO.Path.Combine([folder.FullName, .. parts]);
    }
}
