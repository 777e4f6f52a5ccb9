using Amazon.CDK.AWS.IAM;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests.Records;

public sealed class LocalRecordsTests : IDisposable
{
    private readonly TestApp app = new();

    private string Uploaded => Assert.Single(Directory.GetFiles(app.App.Outdir, "asset.*.jsonl"));

    public void Dispose() => app.Dispose();

    [Fact]
    public void A_File_Is_Uploaded_As_It_Is()
    {
        var path = WriteFile("prompts.jsonl", Lines(100));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(path) });

        var template = app.Synth();

        Assert.Equal(File.ReadAllText(path), File.ReadAllText(Uploaded));
        var key = Path.GetFileName(Uploaded)["asset.".Length..];
        Assert.Equal(
            $"s3://cdk-hnb659fds-assets-${{AWS::AccountId}}-${{AWS::Region}}/{key}",
            Text.Of(template.Job["InputDataConfig"]!["S3InputDataConfig"]!["S3Uri"]));
    }

    [Fact]
    public void The_Service_Role_Reads_These_Records_And_No_Other_Asset()
    {
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(WriteFile("prompts.jsonl", Lines(100))) });

        var readable = app.Synth().Allowed("s3:GetObject", "JobServiceRole")[0];

        var key = Path.GetFileName(Uploaded)["asset.".Length..];
        Assert.Equal($"arn:${{AWS::Partition}}:s3:::cdk-hnb659fds-assets-${{AWS::AccountId}}-${{AWS::Region}}/{key}", readable);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void A_Role_That_Outlives_An_Update_Reads_Every_Version_Of_The_Records()
    {
        var role = new Role(app.Stack, "Mine", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") });
        var path = WriteFile("prompts.jsonl", Lines(100));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(path), Role = role });

        Assert.EndsWith("/*.jsonl", app.Synth().Allowed("s3:GetObject", "Mine")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_Folder_Becomes_One_File_In_The_Order_Of_Names()
    {
        WriteFile("records/b.jsonl", Lines(2, "b").TrimEnd('\n'));
        WriteFile("records/a/z.jsonl", Lines(2, "z"));
        WriteFile("records/c.jsonl", Lines(96, "c"));
        WriteFile("records/notes.txt", "no records");
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(Path.Combine(app.Folder, "records")) });

        app.Synth();

        Assert.Equal(Lines(2, "z") + Lines(2, "b") + Lines(96, "c"), File.ReadAllText(Uploaded));
    }

    [Fact]
    public void A_Folder_Leaves_Nothing_Behind_But_The_Asset()
    {
        WriteFile("records/a.jsonl", Lines(100));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(Path.Combine(app.Folder, "records")) });

        app.Synth();

        Assert.Empty(Directory.GetFiles(app.App.Outdir, "*.jsonl", SearchOption.AllDirectories).Except([Uploaded]));
    }

    [Fact]
    public void Records_Are_Written_As_Lines()
    {
        var records = Enumerable.Range(1, 100).Select(number =>
            BatchRecord.Nova($"Größe {number}", options: new() { RecordId = number == 1 ? "first" : null }));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromRecords(records) });

        app.Synth();

        var lines = File.ReadAllLines(Uploaded);
        Assert.Equal(100, lines.Length);
        const string Second =
            """{"modelInput":{"messages":[{"role":"user","content":[{"text":"Größe 2"}]}],"schemaVersion":"messages-v1"}}""";
        Assert.StartsWith("""{"recordId":"first","modelInput":{"messages":[""", lines[0], StringComparison.Ordinal);
        Assert.Equal(Second, lines[1]);
    }

    [Fact]
    public void The_Same_Records_Are_The_Same_Asset_Wherever_They_Come_From()
    {
        var first = WriteFile("one/prompts.jsonl", Lines(100));
        var second = WriteFile("two/other.jsonl", Lines(100));
        app.Job("File", props => props with { Input = BatchInferenceInput.FromAsset(first) });
        app.Job("Folder", props => props with { Input = BatchInferenceInput.FromAsset(Path.GetDirectoryName(second)!) });

        app.Synth();

        Assert.NotEmpty(Uploaded);
    }

    [Theory]
    [InlineData(99, "must have 100-100,000 records (AWS's default for amazon.nova-micro-v1:0), got 99")]
    [InlineData(0, "must have 100-100,000 records (AWS's default for amazon.nova-micro-v1:0), got 0")]
    public void Too_Few_Records_Are_Refused(int count, string message)
    {
        var path = WriteFile("prompts.jsonl", Lines(count));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(path) });

        Assert.Contains($"[Stack/Job] Input {path} {message}", app.SynthError(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Limits_Are_Those_Of_The_Model_And_Account()
    {
        var path = WriteFile("prompts.jsonl", Lines(11));
        var limits = new BatchInferenceRecordLimits { MinimumRecords = 5, MaximumRecords = 10, MaximumFileSize = 100 };
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(path, limits) });

        var message = app.SynthError();

        Assert.Contains("must have 5-10 records, got 11", message, StringComparison.Ordinal);
        Assert.Contains($"must have at most 100 bytes, got {new FileInfo(path).Length}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 10, 10)]
    [InlineData(11, 10, 10)]
    [InlineData(1, 10, 0)]
    public void Limits_That_No_Records_Can_Keep_Are_Refused(long minimum, long maximum, long fileSize)
    {
        var limits = new BatchInferenceRecordLimits { MinimumRecords = minimum, MaximumRecords = maximum, MaximumFileSize = fileSize };
        var input = BatchInferenceInput.FromRecords([BatchRecord.Nova("x")], limits);
        app.Job(change: props => props with { Input = input });

        var message = app.SynthError();

        Assert.Contains("[Stack/Job] Input FromRecords has limits that no input can keep: ", message, StringComparison.Ordinal);
        Assert.Contains($"{minimum}-{maximum} records, {fileSize} bytes", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Problem_Names_The_File_Of_The_Folder_And_The_Line()
    {
        WriteFile("records/a.jsonl", Lines(100, "a"));
        var bad = WriteFile("records/b.jsonl", Lines(2, "b") + "{\"modelInput\": \n");
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(Path.Combine(app.Folder, "records")) });

        Assert.Contains($"[Stack/Job] Input {bad}:3 is not JSON at byte", app.SynthError(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Problem_With_A_Record_Of_The_App_Names_Its_Number()
    {
        var records = Enumerable.Range(1, 100)
            .Select(number => BatchRecord.Nova("x", options: new() { RecordId = number > 98 ? "same" : null }));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromRecords(records) });

        Assert.Contains(
            "[Stack/Job] Input FromRecords:100 repeats the recordId \"same\" of FromRecords:99",
            app.SynthError(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_File_Of_Another_Kind_Is_Refused_And_Its_Lines_Checked_All_The_Same()
    {
        var path = WriteFile("prompts.json", Lines(3));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromAsset(path) });

        var message = app.SynthError();

        Assert.Contains($"Input {path} must end in .jsonl", message, StringComparison.Ordinal);
        Assert.Contains("), got 3;", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Path_Without_Records_Is_An_Error_At_Once()
    {
        var path = Path.Combine(app.Folder, "nowhere");
        var empty = Directory.CreateDirectory(Path.Combine(app.Folder, "empty")).FullName;

        Assert.Contains(path, ErrorOf(path), StringComparison.Ordinal);
        Assert.Contains(empty, ErrorOf(empty), StringComparison.Ordinal);

        string ErrorOf(string input) => Assert.Throws<ArgumentException>(
            () => app.Job(Path.GetFileName(input), props => props with { Input = BatchInferenceInput.FromAsset(input) })).Message;
    }

    private static string Lines(int count, string prefix = "r") => string.Concat(
        Enumerable.Range(1, count).Select(number =>
            $$$"""{"recordId":"{{{prefix}}}{{{number}}}","modelInput":{"messages":[{"role":"user","content":[{"text":"x"}]}]}}""" + "\n"));

    private string WriteFile(string name, string content)
    {
        var path = Path.Combine(app.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
