namespace BatchResource.Local.Tests.Lambda;

/// <summary>The test function as it was built beside these tests.</summary>
internal static class TestBundle
{
    public const string Handler = "TestFunction";

    public static string Folder
    {
        get
        {
            // .../tests/BatchResource.Local.Tests/bin/<configuration>/<framework>/ beside .../tests/functions/TestFunction/bin/...
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            var tests = output.Parent!.Parent!.Parent!.Parent!;
            return Path.Combine(tests.FullName, "functions", "TestFunction", "bin", output.Parent.Name, output.Name);
        }
    }
}
