using System.IO.Compression;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.Tests.Lambda;

public sealed class BundleTests : LambdaHostTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-bundle-").FullName;

    public BundleTests() => Configure = options => options with { UnpackFolder = Path.Combine(folder, "unpacked") };

    private string Zip => Path.Combine(folder, "bundle.zip");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_Zip_File_Is_Unpacked_Once_Into_A_Folder_Named_For_Its_Hash()
    {
        ZipFile.CreateFromDirectory(TestBundle.Folder, Zip);
        Host.Put(Function() with { BundlePath = Zip });
        var first = (await DescribeAsync())["folder"]!.GetValue<string>();
        await File.WriteAllTextAsync(Path.Combine(first, "mark"), "");

        Host.Put(Function() with { BundlePath = Zip });
        var second = (await DescribeAsync())["folder"]!.GetValue<string>();

        Assert.Equal(first, second);
        Assert.True(File.Exists(Path.Combine(second, "mark")));
        Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(first));
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(folder, "unpacked")));
    }

    [Fact]
    public async Task A_File_That_Is_No_Zip_File_Is_A_Failed_Init()
    {
        await File.WriteAllTextAsync(Zip, "no zip");
        Host.Put(Function() with { BundlePath = Zip });

        var attempt = await InvokeAsync("describe");

        Assert.Equal((InvocationOutcome.InitFailed, "Runtime.InvalidEntrypoint"), (attempt.Outcome, attempt.ErrorType));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(folder, "unpacked")));
    }

    [Fact]
    public async Task A_Missing_Bundle_Is_A_Failed_Init_That_Names_It()
    {
        Host.Put(Function() with { BundlePath = Zip });

        var attempt = await InvokeAsync("describe");

        Assert.Equal(InvocationOutcome.InitFailed, attempt.Outcome);
        Assert.Contains(Zip, attempt.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnet10", "TestFunction.dll,TestFunction", "dotnet exec TestFunction.dll")]
    [InlineData("dotnet10", "TestFunction,bootstrap", "TestFunction")]
    [InlineData("dotnet10", "bootstrap", "bootstrap")]
    [InlineData("provided.al2023", "TestFunction.dll,TestFunction,bootstrap", "bootstrap")]
    public async Task The_Program_Is_Found_As_The_Runtime_Finds_It(string runtime, string files, string expected)
    {
        foreach (var name in files.Split(','))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "");
            AllowExecution(name);
        }

        var entryPoint = EntryPoint.Find(folder, "TestFunction", runtime);

        var command = entryPoint.Arguments.Prepend(entryPoint.FileName).Select(Path.GetFileName);
        Assert.Equal(expected, string.Join(' ', command));
    }

    [Fact]
    public async Task A_Native_Binary_Is_Run()
    {
        if (OperatingSystem.IsWindows())
            return;
        CopyAsBootstrap();
        AllowExecution("bootstrap");
        Host.Put(Function() with { BundlePath = folder, Runtime = "provided.al2023" });

        Assert.Equal(1, (await DescribeAsync())["calls"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_Native_Binary_Whose_Mode_The_Archive_Lost_Is_Refused_As_On_Lambda()
    {
        if (OperatingSystem.IsWindows())
            return;
        CopyAsBootstrap();
        File.SetUnixFileMode(Path.Combine(folder, "bootstrap"), (UnixFileMode)0b110_100_100);
        Host.Put(Function() with { BundlePath = folder, Runtime = "provided.al2023" });

        var attempt = await InvokeAsync("describe");

        Assert.Equal((InvocationOutcome.InitFailed, "Runtime.InvalidEntrypoint"), (attempt.Outcome, attempt.ErrorType));
        Assert.EndsWith(
            "permission denied: the bundle's bootstrap must have the mode 0755, got 0644", attempt.ErrorMessage, StringComparison.Ordinal);
    }

    private void CopyAsBootstrap()
    {
        foreach (var file in Directory.EnumerateFiles(TestBundle.Folder))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.Move(Path.Combine(folder, "TestFunction"), Path.Combine(folder, "bootstrap"));
    }

    private void AllowExecution(string name)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(folder, name), (UnixFileMode)0b111_101_101);
    }
}
