using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Tests.CloudFormation;

namespace BatchResource.Local.Tests.State;

/// <summary>A provider need not look out for an invocation that ended with the process which ran it.</summary>
public sealed class InterruptedProviderTests : IDisposable
{
    private const string Window = "BATCHRESOURCE_CREATE_WINDOW";

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("interrupted-").FullName, "stack.jsonl");

    [Fact, Trait("rule", "L12")]
    public async Task The_Next_Process_Tells_The_Provider_That_No_Invocation_Of_Before_Can_Run()
    {
        await KillAsync();
        await using var aws = await StartAsync();
        string? during = null;
        aws.Lambda.OnEvent = e =>
        {
            during = aws.Lambda.Functions[Function].Environment.GetValueOrDefault(Window);
            return FakeProvider.SucceedAsync(e);
        };

        aws.Service.Engine.Restore(new StackFile(file).Read());
        await aws.Service.Engine.ResumeAsync("stack", CancellationToken.None);

        Assert.Equal(StackStatus.UpdateRollbackComplete, aws.Service.Engine.Find("stack")!.Status);
        Assert.Equal("5", during);
        Assert.DoesNotContain(Window, aws.Lambda.Functions[Function].Environment);
    }

    [Fact, Trait("rule", "L12")]
    public async Task The_Provider_Of_A_Nested_Stack_Is_Told_Too_Until_Its_Job_Is_Deleted()
    {
        var folder = Path.GetDirectoryName(file)!;
        await using (var killed = await StartAsync(new StackFolder(folder).Record))
        {
            UploadNested(killed);
            await killed.CreateAsync(Template(), "provider");
            using var abandon = new CancellationTokenSource();
            killed.Lambda.OnEvent = _ => abandon.CancelAsync();
            var creation = killed.Service.Engine.BeginCreate(new("stack", NestingTemplate, new Dictionary<string, string>()), abandon.Token);
            await creation.Completion.ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await using var aws = await StartAsync();
        UploadNested(aws);
        var told = new List<(string?, string?)>();
        aws.Lambda.OnEvent = e =>
        {
            told.Add((e["RequestType"]?.ToString(), aws.Lambda.Functions[Function].Environment.GetValueOrDefault(Window)));
            return FakeProvider.SucceedAsync(e);
        };
        foreach (var stack in new StackFolder(folder).ReadAll())
            aws.Service.Engine.Restore(stack);

        await aws.Service.Engine.ResumeAsync("stack", CancellationToken.None);

        Assert.Equal(StackStatus.RollbackComplete, aws.Service.Engine.Find("stack")!.Status);
        Assert.Equal([("Delete", "5")], told);
        Assert.DoesNotContain(Window, aws.Lambda.Functions[Function].Environment);
    }

    [Fact, Trait("rule", "L12")]
    public async Task The_Same_Process_Tells_It_Nothing_As_The_Invocation_May_Still_Run()
    {
        await using var aws = await StartAsync();
        await aws.CreateAsync(Template("a"));
        using var abandon = new CancellationTokenSource();
        var isUpdating = new TaskCompletionSource();
        aws.Lambda.OnEvent = _ =>
        {
            isUpdating.TrySetResult();
            return Task.CompletedTask;
        };
        var update = aws.Service.Engine.BeginUpdate(new("stack", Template("b"), new Dictionary<string, string>()), abandon.Token)!;
        await isUpdating.Task;
        await abandon.CancelAsync();
        await update.Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        string? during = "";
        aws.Lambda.OnEvent = e =>
        {
            during = aws.Lambda.Functions[Function].Environment.GetValueOrDefault(Window);
            return FakeProvider.SucceedAsync(e);
        };

        await aws.Service.Engine.ResumeAsync("stack", CancellationToken.None);

        Assert.Null(during);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:Provider";

    /// <summary>Keeps the stack as it is while its update waits for the provider.</summary>
    private async Task KillAsync()
    {
        await using var aws = await StartAsync(new StackFile(file).Record);
        await aws.CreateAsync(Template("a"));
        using var abandon = new CancellationTokenSource();
        aws.Lambda.OnEvent = _ => abandon.CancelAsync();
        var update = aws.Service.Engine.BeginUpdate(new("stack", Template("b"), new Dictionary<string, string>()), abandon.Token)!;
        await update.Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private static async Task<Stacks> StartAsync(Action<StackState, StackEvent>? observer = null)
    {
        var aws = await Stacks.StartAsync(observer: observer);
        aws.Buckets.Create("assets");
        aws.Buckets.Write("assets", "bundle.zip", stream => stream.WriteByte(0));
        return aws;
    }

    private static string NestingTemplate => Stacks.Template(("Nested", Stacks.Resource("AWS::CloudFormation::Stack", """
        { "TemplateURL": "https://s3.amazonaws.com/assets/nested.json" }
        """)));

    private static void UploadNested(Stacks aws) => aws.Buckets.Write("assets", "nested.json", stream => stream.Write(
        System.Text.Encoding.UTF8.GetBytes(Stacks.Template(("Job", Stacks.Job(provider: Function))))));

    private static string Template() => Stacks.Template(ProviderFunction);

    private static string Template(string model) => Stacks.Template(
        ProviderFunction,
        ("Job", new JsonObject
        {
            ["Type"] = "Custom::Job",
            ["Properties"] = new JsonObject
            {
                ["ServiceToken"] = JsonNode.Parse("""{ "Fn::GetAtt": ["Function", "Arn"] }"""),
                ["Model"] = model,
            },
        }));

    private static (string, JsonObject) ProviderFunction =>
        ("Function", Stacks.Resource("AWS::Lambda::Function", """
            {
              "FunctionName": "Provider", "Runtime": "dotnet10", "Handler": "Provider", "Role": "arn:aws:iam::123456789012:role/r",
              "Code": { "S3Bucket": "assets", "S3Key": "bundle.zip" }
            }
            """));
}
