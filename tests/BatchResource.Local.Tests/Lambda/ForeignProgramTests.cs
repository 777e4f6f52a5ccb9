using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.Tests.Lambda;

/// <summary>Programs that the machine cannot run: the provider has assemblies that stand in for its own, others have not.</summary>
public sealed class ForeignProgramTests : LambdaHostTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-foreign-").FullName;
    private readonly ConcurrentQueue<string> notices = new();

    public ForeignProgramTests()
    {
        Configure = options => options with
        {
            Machine = new("osx-arm64", null),
            OnNotice = notices.Enqueue,
            UnpackFolder = Path.Combine(folder, "unpacked"),
        };
        WriteProgram(processor: 183);
    }

    private static LambdaFunction Provider(string folder) =>
        Function() with { BundlePath = folder, Handler = "BatchResource.Provider", Architecture = "arm64" };

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_Portable_Provider_Of_The_Same_Version_Runs_Instead_And_One_Line_Says_So()
    {
        WriteManifest(PortableProvider.Sources);
        Host.Put(Provider(folder));

        var first = await InvokeAsync("nothing that the provider knows");
        Host.Put(Provider(folder));
        var second = await InvokeAsync("nothing that the provider knows");

        Assert.All([first, second], attempt => Assert.NotNull(attempt.ProcessId));
        Assert.NotEqual(first.ProcessId, second.ProcessId);
        const string Expected =
            "osx-arm64 cannot run the function's program for linux-arm64: the portable provider of the same version runs.";
        Assert.Equal(Expected, Assert.Single(notices));
        Assert.Contains(Host.Logs(FunctionArn), line => line.Text == Expected);
    }

    [Fact]
    public async Task A_Provider_Of_Another_Version_Is_Refused()
    {
        WriteManifest(new string('0', 64));
        Host.Put(Provider(folder));

        await RefusesAsync("refer to BatchResource.Cdk and BatchResource.Local in the same version");
    }

    [Fact]
    public async Task A_Program_That_Is_Not_The_Provider_Is_Refused()
    {
        Host.Put(Provider(folder));

        await RefusesAsync("the bundle holds a program for linux-arm64, which this machine (osx-arm64) cannot run");
    }

    [Fact]
    public async Task A_Program_For_Another_Processor_Than_The_Functions_Is_Refused_As_On_Lambda()
    {
        WriteManifest(PortableProvider.Sources);
        Host.Put(Provider(folder) with { Architecture = "x86_64" });

        await RefusesAsync("exec format error: the bundle holds a program for linux-arm64, the function is x86_64");
    }

    [Theory]
    [InlineData(62, "linux-x64")]
    [InlineData(183, "linux-arm64")]
    [InlineData(243, "linux on processor 243")]
    public void A_Program_Says_What_It_Was_Compiled_For(byte processor, string expected)
    {
        WriteProgram(processor);

        Assert.Equal(expected, ProgramFile.RuntimeOf(Path.Combine(folder, "BatchResource.Provider")));
    }

    [Fact]
    public async Task A_Script_Is_Compiled_For_Nothing()
    {
        var script = Path.Combine(folder, "bootstrap");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nexec sleep 1\n");

        Assert.Null(ProgramFile.RuntimeOf(script));
    }

    private async Task RefusesAsync(string message)
    {
        var attempt = await InvokeAsync("anything");

        Assert.Equal((InvocationOutcome.InitFailed, "Runtime.InvalidEntrypoint"), (attempt.Outcome, attempt.ErrorType));
        Assert.Contains(message, attempt.ErrorMessage, StringComparison.Ordinal);
        Assert.Empty(notices);
    }

    /// <summary>The beginning of a program: the format, and the processor.</summary>
    private void WriteProgram(byte processor)
    {
        var path = Path.Combine(folder, "BatchResource.Provider");
        File.WriteAllBytes(path, [.. "\u007fELF"u8, .. new byte[14], processor, 0, .. new byte[44]]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }

    private void WriteManifest(string sources) =>
        File.WriteAllText(Path.Combine(folder, "bundle.json"), new JsonObject { ["sources"] = sources }.ToJsonString());
}
