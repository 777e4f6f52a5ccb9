using System.IO.Compression;
using System.Text.Json.Nodes;
using BatchResource.Cdk.Tests.Support;
using BatchResource.CdkMembers;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Package;

public sealed class PackageTests(PackedLibrary package) : IClassFixture<PackedLibrary>
{
    private const string StackClass = """
        public sealed class SummariesStack : Stack
        {
            public SummariesStack(App app) : base(app, "Summaries")
            {
                var records = Enumerable.Range(0, 100).Select(n => BatchRecord.Nova($"number {n}"));
                _ = new BatchInferenceJob(this, "Job", new BatchInferenceJobProps
                {
                    Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                    Input = BatchInferenceInput.FromRecords(records),
                    Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results")),
                    WaitFor = WaitFor.Validated,
                });
            }
        }
        """;

    private const string Usings = "using Amazon.CDK; using Amazon.CDK.AWS.S3; using BatchResource.Cdk;\n";
    private const string Main = "var app = new App(new AppProps { Outdir = \"cdk.out\" }); _ = new SummariesStack(app); app.Synth();\n";

    [Fact]
    public void The_Package_Holds_Everything_And_Depends_On_The_Cdk_Only()
    {
        using var content = ZipFile.OpenRead(package.File);
        using var manifest = new StreamReader(content.GetEntry("BatchResource.Cdk.nuspec")!.Open());
        var nuspec = manifest.ReadToEnd();

        string[] files =
        [
            "README.md",
            "icon.png",
            .. from framework in new[] { "net8.0", "net10.0" }
               from library in new[] { "BatchResource.Cdk", "BatchResource.Contract" }
               from extension in new[] { "dll", "xml" }
               select $"lib/{framework}/{library}.{extension}",
        ];
        Assert.Subset(content.Entries.Select(entry => entry.FullName).ToHashSet(), files.ToHashSet());
        Assert.Equal(2 * 2, nuspec.Split("<dependency id=").Length - 1);
        Assert.Contains("<dependency id=\"Amazon.CDK.Lib\"", nuspec, StringComparison.Ordinal);
        Assert.Contains("<dependency id=\"Constructs\"", nuspec, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(package.Feed, "*.snupkg"));
    }

    /// <summary>
    /// Against the AWS CDK that these tests run on: the oldest that the package accepts here, the newest that there is in the project
    /// beside.
    /// </summary>
    [Fact]
    public void Every_Type_And_Member_That_The_Package_Refers_To_Is_In_The_Cdk()
    {
        var reports = PackageCheck.Run(package.File, AppContext.BaseDirectory);

        Assert.Equal(4, reports.Count);
        Assert.All(reports, report => Assert.True(report.Missing.Count == 0, report.ToString()));
        Assert.All(reports, report => Assert.True(report is { Types: > 50, Members: > 50 }, report.ToString()));
    }

    [Fact]
    public async Task An_App_Outside_The_Repository_Synthesizes_With_The_Package_Alone()
    {
        var project = package.WriteProject("Direct", Executable(Reference), Usings + Main + StackClass);

        await AssertSynthesizesAsync(project);
    }

    [Fact]
    public async Task An_App_Whose_Library_References_The_Package_Synthesizes_Too()
    {
        package.WriteProject("Stacks", $"<ItemGroup>{Reference}</ItemGroup>", Usings + StackClass);
        var project = package.WriteProject(
            "Transitive", Executable("<ProjectReference Include=\"../Stacks/Stacks.csproj\" />"), Usings + Main);

        await AssertSynthesizesAsync(project);
    }

    private string Reference => $"<PackageReference Include=\"BatchResource.Cdk\" Version=\"{package.Version}\" />";

    private static string Executable(string reference) =>
        $"<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup>{reference}</ItemGroup>";

    private static async Task AssertSynthesizesAsync(string project)
    {
        var (exitCode, output) = await CommandLine.RunAsync(
            project, "dotnet", "build", "-v", "quiet", "-nodeReuse:false", "-o", "bin/app");
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await CommandLine.RunAsync(project, "dotnet", $"bin/app/{Path.GetFileName(project)}.dll");
        Assert.True(exitCode == 0, output);
        var assembly = Path.Combine(project, "cdk.out");
        var json = await File.ReadAllTextAsync(Path.Combine(assembly, "Summaries.template.json"));
        var template = new Template(JsonNode.Parse(json)!.AsObject());
        Assert.Equal("Validated", Text.Of(template.Job["WaitFor"]));
        var bundle = Text.Of(template.PropertiesOf("AWS::Lambda::Function")["Code"]!["S3Key"]);
        Assert.True(new FileInfo(Path.Combine(assembly, $"asset.{bundle}")).Length > 100_000);
    }
}
