using System.IO.Compression;
using System.Text.Json.Nodes;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Bundles;

/// <summary>The zips as Lambda gets them: a native program each, or assemblies where this machine cannot compile one.</summary>
public sealed class PublishedBundleTests
{
    private const string Program = "BatchResource.Provider";
    private const long LargestZip = 6_000_000;

    private static readonly Version GlibcOfAmazonLinux2023 = new(2, 34);

    [Theory]
    [InlineData("linux-x64", 62)]
    [InlineData("linux-arm64", 183)]
    public void A_Native_Program_Is_For_Its_Processor_And_Needs_Only_What_Amazon_Linux_2023_Has(string runtime, int machine)
    {
        if (!IsNative(runtime))
            return;
        using var zip = ZipFile.OpenRead(PathOf($"{runtime}.zip"));

        var elf = new ElfFile(Content(zip.GetEntry(Program)!));

        Assert.Equal(machine, elf.Machine);
        Assert.Subset(
            new HashSet<string> { "libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1" }, elf.Libraries.ToHashSet());
        var glibc = elf.Versions.Where(version => version.StartsWith("GLIBC_", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(glibc);
        Assert.All(glibc, version => Assert.True(Version.Parse(version["GLIBC_".Length..]) <= GlibcOfAmazonLinux2023, version));
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    [InlineData("portable")]
    public void Everything_May_Be_Read_And_Only_The_Native_Program_Executed(string runtime)
    {
        using var zip = ZipFile.OpenRead(PathOf($"{runtime}.zip"));

        Assert.All(zip.Entries, entry => Assert.Equal(
            Convert.ToString(entry.FullName == Program ? 0b1000_000_111_101_101 : 0b1000_000_110_100_100, 8),
            Convert.ToString(entry.ExternalAttributes >> 16 & 0xFFFF, 8)));
        Assert.Equal(IsNative(runtime), zip.GetEntry(Program) is not null);
        Assert.Equal(IsNative(runtime), zip.GetEntry($"{Program}.dll") is null);
        Assert.InRange(new FileInfo(PathOf($"{runtime}.zip")).Length, 1, LargestZip);
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    public void Where_None_Can_Be_Compiled_One_Line_Says_Why(string runtime)
    {
        var note = PathOf($"{runtime}.note");

        Assert.Equal(!IsNative(runtime), File.Exists(note));
        if (File.Exists(note))
            Assert.Matches($"^The provider for {runtime} is .* starts more slowly.*[.]\n$", File.ReadAllText(note));
    }

    [Fact]
    public void All_Are_Of_The_Same_Sources_And_Say_So_Inside_And_Beside()
    {
        string[] runtimes = ["linux-x64", "linux-arm64", "portable"];
        Assert.Single(runtimes.Select(runtime => (string)Manifest(runtime)["sources"]!).Distinct());
        Assert.All(runtimes, runtime =>
        {
            using var zip = ZipFile.OpenRead(PathOf($"{runtime}.zip"));
            Assert.Equal(File.ReadAllBytes(PathOf($"{runtime}.json")), Content(zip.GetEntry("bundle.json")!));
            Assert.Matches("^[0-9a-f]{64}$", (string?)Manifest(runtime)["hash"]);
        });
    }

    private static bool IsNative(string runtime) => (string?)Manifest(runtime)["compiler"] == "native";

    private static JsonNode Manifest(string runtime) => JsonNode.Parse(File.ReadAllText(PathOf($"{runtime}.json")))!;

    private static string PathOf(string name) => RepositoryFiles.PathOf($"artifacts/provider/{name}");

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(content);
        return content.ToArray();
    }
}
