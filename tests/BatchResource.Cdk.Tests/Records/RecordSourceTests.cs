using BatchResource.Cdk.Tests.Support;
using Match = Amazon.CDK.Assertions.Match;

namespace BatchResource.Cdk.Tests.Records;

public sealed class RecordSourceTests : IDisposable
{
    private readonly TestApp app = new();

    private string Uploaded => Assert.Single(Directory.GetFiles(app.App.Outdir, "asset.*.jsonl"));

    public void Dispose() => app.Dispose();

    [Fact]
    public void Hidden_Files_And_Folders_Are_No_Records_And_What_Is_Left_Out_Is_Said()
    {
        var folder = Write("records/prompts.jsonl", Lines(120));
        Write("records/.ipynb_checkpoints/prompts-checkpoint.jsonl", Lines(120));
        Write("records/.hidden.jsonl", Lines(120, "h"));
        Write("records/.DS_Store", "");
        Write("records/media/cat.png", "");
        Write("records/media/dog.png", "");
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(folder) });

        app.Synth();

        Assert.Equal(Lines(120), File.ReadAllText(Uploaded));
        AssertWarning(
            ".hidden.jsonl, .ipynb_checkpoints/prompts-checkpoint.jsonl, media/cat.png and 1 more are left out of Input .*, which uses",
            "FromBucket");
    }

    [Fact]
    public void A_Folder_With_Nothing_But_Hidden_Records_Says_So()
    {
        var folder = Write("records/.prompts.jsonl", Lines(120));

        var error = Assert.Throws<ArgumentException>(
            () => app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(folder) }));

        Assert.Contains("has none (", error.Message, StringComparison.Ordinal);
        Assert.Contains(".prompts.jsonl is left out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_Problem_Of_Every_Kind_Is_Reported_At_Once_With_File_And_Line()
    {
        var folder = Write("records/a.jsonl", Lines(100) + """{"modelInput":{"prompt":"x"}}""" + "\n" + "{\n");
        Write("records/b.jsonl", """{"modelInput":{"messages":[{"content":"\ud83d"}]}}""" + "\n");
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(folder), Timeout = Amazon.CDK.Duration.Hours(1) });

        var message = app.SynthError();

        Assert.Contains("[Stack/Job] Input ", message, StringComparison.Ordinal);
        Assert.Contains("a.jsonl:101 has no messages in modelInput", message, StringComparison.Ordinal);
        Assert.Contains("a.jsonl:102 is not JSON", message, StringComparison.Ordinal);
        Assert.Contains("b.jsonl:1 modelInput.messages[0].content has half of a surrogate pair", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Job] Timeout", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Checks_Of_The_Model_Can_Be_Left_Out()
    {
        var records = Enumerable.Range(0, 100).Select(_ => new BatchInferenceRecord(new { prompt = "x" }));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromRecords(records), SkipRecordChecks = true });

        app.Synth();

        Assert.Equal("""{"modelInput":{"prompt":"x"}}""", File.ReadLines(Uploaded).First());
    }

    [Fact]
    public void The_Family_Is_That_Of_The_Model_Behind_A_Profile()
    {
        var input = BatchInferenceInput.FromRecords(Enumerable.Range(0, 100).Select(_ => BatchRecord.Nova("x")));
        app.Job(change: props => props with
        {
            Input = input,
            Model = BatchInferenceModel.FromApplicationInferenceProfile(
                "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6",
                BatchInferenceModel.FromInferenceProfile("us.anthropic.claude-sonnet-4-6")),
        });

        Assert.Contains("FromRecords:1 has no anthropic_version and max_tokens", app.SynthError(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Model_That_Is_Not_Known_Is_Warned_Of_Limits_And_Not_Refused()
    {
        app.Job(change: props => props with
        {
            Model = BatchInferenceModel.FromFoundationModel("acme.brand-new-v1:0"),
            Input = BatchInferenceInput.FromRecords([new BatchInferenceRecord(new { x = 1 })]),
        });

        app.Synth();

        AssertWarning("must have 100-100,000 records .AWS's usual default., got 1");
    }

    [Fact]
    public void More_Records_Than_Are_Certain_Are_Warned_Of()
    {
        var records = Enumerable.Range(0, 50_001).Select(_ => BatchRecord.Nova("x"));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromRecords(records) });

        app.Synth();

        AssertWarning("has 50,001 records. AWS documents 50,000 as the default");
    }

    [Fact]
    public void Too_Many_Records_Are_Told_How_To_Become_Several_Jobs()
    {
        var records = Enumerable.Range(0, 11).Select(_ => BatchRecord.Nova("x"));
        var limits = new BatchInferenceRecordLimits { MinimumRecords = 1, MaximumRecords = 10 };
        app.Job(change: props => props with { Input = BatchInferenceInput.FromRecords(records, limits) });

        var message = app.SynthError();

        Assert.Contains(
            "must have 1-10 records, got 11: split them into several jobs with BatchInferenceInput.Split(10)",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_Folder_Is_Split_Into_Parts_Of_About_One_Size_With_Every_Record_Once()
    {
        var folder = Write("records/a.jsonl", Lines(150, "a"));
        Write("records/b.jsonl", Lines(201, "b"));
        var parts = BatchInferenceInput.FromAsset(folder).Split(120);
        foreach (var (part, number) in parts.Select((part, number) => (part, number)))
        {
            app.Job($"Part{number}", props => props with { Input = part });
        }

        app.Synth();

        var files = Directory.GetFiles(app.App.Outdir, "asset.*.jsonl").Select(File.ReadAllText).ToList();
        Assert.Equal([117, 117, 117], files.Select(file => file.Count(character => character == '\n')));
        var all = (Lines(150, "a") + Lines(201, "b")).Split('\n')[..^1];
        Assert.Equal(all.Order(StringComparer.Ordinal), files.SelectMany(file => file.Split('\n')[..^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Records_Of_The_App_Are_Split_Too_And_Few_Are_One_Part()
    {
        var input = BatchInferenceInput.FromRecords(Enumerable.Range(0, 250).Select(number => BatchRecord.Nova($"{number}")));

        Assert.Equal(3, input.Split(100).Count);
        Assert.Single(input.Split(250));
        Assert.Throws<ArgumentOutOfRangeException>(() => input.Split(0));
        Assert.Throws<InvalidOperationException>(() => input.Split(100)[0].Split(10));
        Assert.Contains(
            "records in a bucket",
            Assert.Throws<InvalidOperationException>(() => BatchInferenceInput.FromBucket(app.Existing("records")).Split(10)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_Problem_In_A_Part_Has_The_Line_Of_The_Whole()
    {
        var path = Path.Combine(Write("records/a.jsonl", Lines(250) + "{}\n"), "a.jsonl");
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(path).Split(130)[1] });

        Assert.Contains($"{path}:251 has no modelInput", app.SynthError(), StringComparison.Ordinal);
    }

    private void AssertWarning(params string[] patterns)
    {
        var annotations = Amazon.CDK.Assertions.Annotations.FromStack(app.Stack);
        Assert.All(patterns, pattern => Assert.NotEmpty(annotations.FindWarning("/Stack/Job", Match.StringLikeRegexp(pattern))));
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(app.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return Path.Combine(app.Folder, "records");
    }

    private static string Lines(int count, string prefix = "r") => string.Concat(Enumerable.Range(1, count).Select(number =>
        $$$"""{"recordId":"{{{prefix}}}{{{number}}}","modelInput":{"messages":[{"role":"user","content":[{"text":"x"}]}]}}""" + "\n"));
}
