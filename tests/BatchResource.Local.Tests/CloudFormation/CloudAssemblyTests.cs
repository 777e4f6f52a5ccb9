using System.Text.Json.Nodes;
using BatchResource.Local.Assemblies;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class CloudAssemblyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cloud-assembly-tests-").FullName;

    [Fact]
    public void A_Stack_Comes_With_Its_Template_Parameters_And_Assets()
    {
        Write("manifest.json", Manifest());
        Write("App.template.json", "{}");
        Write("App.assets.json", Assets("asset.1"));
        Directory.CreateDirectory(Path.Combine(folder, "asset.1"));

        var stack = Assert.Single(CloudAssembly.Read(folder, Account.Default));

        Assert.Equal("my-app", stack.StackName);
        Assert.Equal("{}", stack.TemplateBody);
        Assert.Equal("bucket-us-east-1", stack.Parameters["Bucket"]);
        Assert.Equal(
            new FileAsset(Path.Combine(folder, "asset.1"), "cdk-assets-123456789012-us-east-1", "abc.zip"), Assert.Single(stack.Assets));
    }

    [Fact]
    public void A_Template_File_Is_A_Stack_Named_For_It()
    {
        Write("Network.template.json", "{}");

        var stack = Assert.Single(CloudAssembly.Read(Path.Combine(folder, "Network.template.json"), Account.Default));

        Assert.Equal("Network", stack.StackName);
    }

    [Fact]
    public void A_Missing_Asset_Is_Named() =>
        Assert.Equal("App.assets.json: asset abc is missing: asset.1 does not exist", Refusal(Assets("asset.1")));

    [Fact]
    public void Container_Images_Are_Refused() =>
        Assert.Equal(
            "App.assets.json: container image assets are not supported: img", Refusal("""{ "dockerImages": { "img": {} } }"""));

    [Fact]
    public void Assets_That_A_Command_Builds_Are_Refused() => Assert.Equal(
        "App.assets.json: asset abc has no path; assets that a command builds are not supported",
        Refusal("""{ "files": { "abc": { "source": { "executable": ["make"] } } } }"""));

    [Fact]
    public void A_Manifest_That_Is_No_Json_Is_Named() =>
        Assert.StartsWith("App.assets.json is not well-formed JSON", Refusal("{"), StringComparison.Ordinal);

    [Fact]
    public async Task A_Stack_For_Another_Account_Is_Refused()
    {
        Write("manifest.json", Manifest("aws://111111111111/us-east-1"));
        Write("App.template.json", "{}");
        await using var aws = await LocalAws.StartAsync();

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.DeployAsync(folder));

        Assert.Equal("Stack App is meant for aws://111111111111/us-east-1, the local AWS is aws://123456789012/us-east-1", refusal.Message);
    }

    [Fact]
    public void A_Folder_Without_A_Manifest_Is_Refused()
    {
        var refusal = Assert.Throws<TemplateException>(() => CloudAssembly.Read(folder, Account.Default));

        Assert.Contains("has no manifest.json", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Path_Without_Anything_Is_Refused() => Assert.Throws<TemplateException>(
        () => CloudAssembly.Read(Path.Combine(folder, "nothing"), Account.Default));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Refusal(string assets)
    {
        Write("manifest.json", Manifest());
        Write("App.template.json", "{}");
        Write("App.assets.json", assets);
        return Assert.Throws<TemplateException>(() => CloudAssembly.Read(folder, Account.Default)).Message;
    }

    [Fact]
    public async Task The_Stack_That_Is_Meant_For_This_Region_Is_Deployed_And_No_Other()
    {
        const string Template = """{ "Resources": { "Name": { "Type": "AWS::SSM::Parameter", "Properties": { "Value": "x" } } } }""";
        var (here, there) = (Artifact("aws://unknown-account/us-east-1", "here"), Artifact("aws://unknown-account/eu-central-1", "there"));
        Write("manifest.json", new JsonObject { ["artifacts"] = new JsonObject { ["Here"] = here, ["There"] = there } }.ToJsonString());
        Write("here.json", Template);
        await using var aws = await LocalAws.StartAsync();

        var stack = await aws.DeployAsync(folder);
        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.DeployAsync(folder, "There"));

        Assert.Equal(("here", "CREATE_COMPLETE"), (stack.StackName, stack.Status));
        Assert.Equal("Stack There is meant for aws://unknown-account/eu-central-1, the local AWS is aws://123456789012/us-east-1", refusal.Message);

        static JsonObject Artifact(string environment, string name) => new()
        {
            ["type"] = "aws:cloudformation:stack",
            ["environment"] = environment,
            ["properties"] = new JsonObject { ["templateFile"] = $"{name}.json", ["stackName"] = name },
        };
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private static string Manifest(string environment = "aws://unknown-account/unknown-region") => new JsonObject
    {
        ["artifacts"] = new JsonObject
        {
            ["App.assets"] = new JsonObject
            {
                ["type"] = "cdk:asset-manifest",
                ["properties"] = new JsonObject { ["file"] = "App.assets.json" },
            },
            ["App"] = new JsonObject
            {
                ["type"] = "aws:cloudformation:stack",
                ["environment"] = environment,
                ["properties"] = new JsonObject
                {
                    ["templateFile"] = "App.template.json",
                    ["stackName"] = "my-app",
                    ["parameters"] = new JsonObject { ["Bucket"] = "bucket-${AWS::Region}" },
                },
                ["dependencies"] = new JsonArray("App.assets"),
            },
            ["Tree"] = new JsonObject { ["type"] = "cdk:tree" },
        },
    }.ToJsonString();

    private static string Assets(string path) => $$"""
        {
          "files": {
            "abc": {
              "source": { "path": "{{path}}", "packaging": "zip" },
              "destinations": {
                "current": { "bucketName": "cdk-assets-${AWS::AccountId}-${AWS::Region}", "objectKey": "abc.zip" }
              }
            }
          }
        }
        """;
}
