using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>An app with one stack, synthesized into a folder of its own that goes away with it.</summary>
internal sealed class TestApp : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("batch-resource-");

    public TestApp(IEnvironment? environment = null, params (string Key, object Value)[] context)
    {
        App = new App(new AppProps
        {
            Outdir = Path.Combine(folder.FullName, "cdk.out"),
            StackTraces = false,
            TreeMetadata = false,
            AnalyticsReporting = false,
            Context = context.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
        });
        Stack = new Stack(App, "Stack", new StackProps { Env = environment });
    }

    public App App { get; }

    public Stack Stack { get; }

    /// <summary>Where a test may write.</summary>
    public string Folder => folder.FullName;

    public Bucket Bucket(string id) => new(Stack, id);

    /// <summary>A job that is valid, over files in buckets, but for what the test changes.</summary>
    public BatchInferenceJob Job(string id = "Job", Func<BatchInferenceJobProps, BatchInferenceJobProps>? change = null)
    {
        var props = new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(Existing("records"), "in/prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(Existing("results"), "out"),
        };
        return new BatchInferenceJob(Stack, id, change is null ? props : change(props));
    }

    public IBucket Existing(string name) =>
        Stack.Node.TryFindChild(name) as IBucket ?? Amazon.CDK.AWS.S3.Bucket.FromBucketName(Stack, name, name);

    /// <summary>Synthesizes the app and returns the template of its stack.</summary>
    public Template Synth()
    {
        App.Synth(new StageSynthesisOptions { Force = true });
        return Template(Stack);
    }

    /// <summary>The template of any stack, after the app was synthesized.</summary>
    public Template Template(Stack stack)
    {
        var path = Directory.GetFiles(App.Outdir, stack.TemplateFile, SearchOption.AllDirectories).Single();
        return new Template(JsonNode.Parse(File.ReadAllText(path))!.AsObject());
    }

    /// <summary>What the synthesis is refused with.</summary>
    public string SynthError() => Assert.ThrowsAny<Exception>(() => App.Synth()).Message;

    public void Dispose() => folder.Delete(recursive: true);
}
