using System.Text;
using BatchResource.Contract;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class BatchValidationTests : BatchTest
{
    [Fact]
    public async Task Too_Few_Records_Fail_The_Job_In_Bedrocks_Words()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(1));

        await AssertFailsAsync("Batch job contains less records (1) than the required minimum of: 100");
    }

    [Fact]
    public async Task The_Minimum_Can_Be_Another()
    {
        await StartRunnerAsync(new BatchLimits { MinimumRecords = 2 });
        Buckets.Put("in-bucket", "prompts.jsonl", Records(2));

        Assert.Equal(JobStatus.Completed, (await RunAsync()).Status);
    }

    [Fact]
    public async Task Too_Many_Records_Fail_The_Job()
    {
        await StartRunnerAsync(new BatchLimits { MaximumRecords = 150 });
        Buckets.Put("in-bucket", "prompts.jsonl", Records(151));

        await AssertFailsAsync("Batch job contains more records than the allowed maximum of: 150");
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0", 100)]
    [InlineData("us.amazon.nova-micro-v1:0", 5)]
    [InlineData("acme.brand-new-v1:0", 5)]
    public void The_Limits_Are_Those_That_The_Construct_Holds_The_Model_To(string modelId, long gigabytes)
    {
        var quotas = BatchQuotas.Of(ModelReference.Parse(modelId).FoundationModelId);

        var limits = new BatchLimits().For(modelId);

        Assert.Equal((BatchQuotas.MinimumRecords, quotas.MaximumRecords), (limits.MinimumRecords, limits.MaximumRecords));
        Assert.Equal((BatchQuotas.MaximumFileSize, gigabytes << 30), (limits.MaximumFileSize, limits.MaximumJobSize));
    }

    [Fact]
    public async Task More_Records_Than_The_Construct_Only_Warns_Of_Pass()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(60_000));
        var arn = await CreateBatchAsync();

        var job = await AdvanceToAsync(arn, JobStatus.Scheduled);

        Assert.True(job.Status == JobStatus.Scheduled, job.Message);
    }

    [Fact]
    public async Task A_File_That_Is_Too_Large_Fails_The_Job()
    {
        await StartRunnerAsync(new BatchLimits { MaximumFileSize = 10 });
        Buckets.Put("in-bucket", "prompts.jsonl", "12345678901");

        await AssertFailsAsync("Batch job contains a file of 11 bytes, more than the allowed maximum of: 10");
    }

    [Fact]
    public async Task Files_That_Are_Too_Large_Together_Fail_The_Job()
    {
        await StartRunnerAsync(new BatchLimits { MaximumJobSize = 10 });
        Buckets.Put("in-bucket", "folder/a.jsonl", "123456");
        Buckets.Put("in-bucket", "folder/b.jsonl", "123456");

        await AssertFailsAsync("Batch job contains 12 bytes, more than the allowed maximum of: 10", "s3://in-bucket/folder/");
    }

    [Theory]
    [InlineData("no json", "a record must be a JSON object: ")]
    [InlineData("[]", "a record must be a JSON object")]
    [InlineData("{}", "a record must have an object as its modelInput")]
    [InlineData("""{"modelInput":"text"}""", "a record must have an object as its modelInput")]
    [InlineData("""{"modelInput":{},"recordId":7}""", "recordId must be a string")]
    [InlineData("""{"modelInput":{},"recordId":null}""", "recordId must be a string")]
    [InlineData("""{"modelInput":{},"recordId":""}""", "recordId must not be empty")]
    [InlineData("""{"modelInput":{},"recordId":"\ud83d"}""", "recordId must not have half of a surrogate pair")]
    [InlineData("""{"modelInput":{},"modelInput":{}}""", "a record must have one modelInput")]
    [InlineData("""{"modelInput":{},"recordId":"a","recordId":"b"}""", "a record must have one recordId")]
    [InlineData("", "a line must not be blank")]
    [InlineData(" \t\r", "a line must not be blank")]
    public async Task A_Line_That_Is_No_Record_Fails_The_Job_And_Is_Named(string line, string problem)
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(99) + line + "\n" + Record(100));

        var job = await RunAsync();

        Assert.Equal(JobStatus.Failed, job.Status);
        Assert.StartsWith(
            $"Malformed record in line 100 of s3://in-bucket/prompts.jsonl: {problem}", job.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "the file must be UTF-8 without a byte order mark")]
    [InlineData("utf-16", "the file must be UTF-8, got UTF-16")]
    [InlineData("utf-16BE", "the file must be UTF-8, got UTF-16")]
    public async Task A_File_That_Is_Not_Plain_Utf8_Fails_The_Job(string encoding, string problem)
    {
        await StartRunnerAsync();
        var marked = Encoding.GetEncoding(encoding);
        byte[] content = [.. marked.GetPreamble(), .. marked.GetBytes(Records(100))];
        Buckets.Folder.Write("in-bucket", "prompts.jsonl", stream => stream.Write(content));

        await AssertFailsAsync($"Malformed record in line 1 of s3://in-bucket/prompts.jsonl: {problem}");
    }

    [Fact]
    public async Task A_Record_Id_That_Comes_Twice_Fails_The_Job_Also_Across_Files()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "folder/a.jsonl", Records(100));
        Buckets.Put("in-bucket", "folder/b.jsonl", Record(7));

        await AssertFailsAsync("Batch job contains duplicate recordId: R0007", "s3://in-bucket/folder/");
    }

    [Theory]
    [InlineData("s3://in-bucket/missing.jsonl")]
    [InlineData("s3://in-bucket/empty/")]
    [InlineData("s3://in-bucket/prompts")]
    public async Task Input_Without_A_File_Fails_The_Job(string uri)
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(100));

        await AssertFailsAsync($"No JSONL file was found at S3URI {uri}", uri);
    }

    [Fact]
    public async Task A_Missing_Bucket_Looks_Like_A_Missing_Permission()
    {
        await StartRunnerAsync();

        await AssertFailsAsync("Could not validate ListBucket permissions for S3URI s3://no-bucket/a.jsonl", "s3://no-bucket/a.jsonl");
    }

    [Fact]
    public async Task Nothing_Is_Counted_Before_Validation_Has_Read_The_Input()
    {
        await StartRunnerAsync();
        Buckets.Put("in-bucket", "prompts.jsonl", Records(120));
        var arn = await CreateBatchAsync();

        foreach (var (status, total) in (IEnumerable<(string, int)>)
            [(JobStatus.Submitted, 0), (JobStatus.Validating, 0), (JobStatus.Scheduled, 120), (JobStatus.InProgress, 120)])
        {
            await AdvanceToAsync(arn, status);
            var body = (await GetJobAsync(arn)).Body;
            Assert.Equal(
                (status, total, 0, 0, 0),
                (body["status"]!.GetValue<string>(), Count("total"), Count("processed"), Count("success"), Count("error")));

            int Count(string name) => body[$"{name}RecordCount"]!.GetValue<int>();
        }
    }

    private async Task AssertFailsAsync(string message, string inputUri = "s3://in-bucket/prompts.jsonl")
    {
        var job = await RunAsync(inputUri);

        Assert.Equal(message, job.Message);
        Assert.Equal([JobStatus.Submitted, JobStatus.Validating, JobStatus.Failed], job.History.Select(state => state.Status));
        Assert.Empty(OutputKeys(job));
    }
}
