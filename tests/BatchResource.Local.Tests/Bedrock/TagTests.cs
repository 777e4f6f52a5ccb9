using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class TagTests : ControlPlaneTest
{
    [Fact]
    public async Task Tags_Are_Added_Replaced_And_Removed()
    {
        var arn = (await CreateAsync(("tags", Tags(("a", "1"), ("b", "2"))))).Body["jobArn"]!.GetValue<string>();

        Assert.Equal("{}", (await TagAsync(arn, ("b", "3"), ("c", "4"))).Text);
        Assert.Equal("{}", (await UntagAsync(arn, "a", "never-there")).Text);

        Assert.Equal("""{"tags":[{"key":"b","value":"3"},{"key":"c","value":"4"}]}""", (await ListAsync(arn)).Text);
    }

    [Fact]
    public async Task A_Key_Given_Twice_Is_Refused()
    {
        var answer = await CreateAsync(("tags", Tags(("a", "1"), ("a", "2"))));

        answer.AssertError(HttpStatusCode.BadRequest, "ValidationException", "Duplicate tag keys found: a");
    }

    [Fact]
    public async Task A_Key_Of_Awss_Own_Is_Refused()
    {
        var answer = await TagAsync(await CreateJobAsync(), ("aws:mine", "1"));

        answer.AssertError(
            HttpStatusCode.BadRequest, "ValidationException", "aws: prefixed tag key names are not allowed for external use.");
    }

    [Fact]
    public async Task A_Job_Has_At_Most_Fifty_Tags()
    {
        var fifty = Tags([.. Enumerable.Range(0, 50).Select(i => ($"k{i}", "v"))]);
        var arn = (await CreateAsync(("tags", fifty))).Body["jobArn"]!.GetValue<string>();

        Assert.Null((await TagAsync(arn, ("k0", "other"))).ErrorType);
        (await TagAsync(arn, ("k50", "v"))).AssertError(
            HttpStatusCode.BadRequest, "TooManyTagsException", "A resource can have at most 50 tags.");
    }

    [Fact]
    public async Task A_Missing_Job_Is_ResourceNotFound()
    {
        const string Arn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";

        Assert.Equal("ResourceNotFoundException", (await TagAsync(Arn, ("a", "1"))).ErrorType);
        Assert.Equal("ResourceNotFoundException", (await UntagAsync(Arn, "a")).ErrorType);
        Assert.Equal("ResourceNotFoundException", (await ListAsync(Arn)).ErrorType);
    }

    [Theory]
    [InlineData(JobStatus.Stopping, StateAnswer.NotFound, "ResourceNotFoundException")]
    [InlineData(JobStatus.Stopped, StateAnswer.Validation, "ValidationException")]
    [InlineData(JobStatus.Stopped, StateAnswer.Accepted, null)]
    public async Task What_Tag_Operations_Say_Of_A_Stopped_Job_Is_A_Switch(string status, StateAnswer answer, string? errorType)
    {
        await StartAsync(new BedrockOptions { Switches = new() { TagsOfStoppedJob = answer } });
        await AssertTagOperationsAsync(status, errorType);
    }

    [Theory]
    [InlineData(JobStatus.Completed, StateAnswer.Accepted, null)]
    [InlineData(JobStatus.Failed, StateAnswer.Conflict, "ConflictException")]
    public async Task What_Tag_Operations_Say_Of_A_Job_That_Ended_Is_A_Switch(string status, StateAnswer answer, string? errorType)
    {
        await StartAsync(new BedrockOptions { Switches = new() { TagsOfEndedJob = answer } });
        await AssertTagOperationsAsync(status, errorType);
    }

    private async Task AssertTagOperationsAsync(string status, string? errorType)
    {
        var arn = await CreateJobAsync();
        Move(arn, status);

        Assert.Equal(errorType, (await TagAsync(arn, ("a", "1"))).ErrorType);
        Assert.Equal(errorType, (await ListAsync(arn)).ErrorType);
        Assert.Equal(errorType, (await UntagAsync(arn, "a")).ErrorType);
    }

    private static JsonArray Tags(params (string Key, string Value)[] tags) =>
        [.. tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })];

    private Task<ApiAnswer> TagAsync(string arn, params (string Key, string Value)[] tags) =>
        PostAsync("/tagResource", new JsonObject { ["resourceARN"] = arn, ["tags"] = Tags(tags) });

    private Task<ApiAnswer> UntagAsync(string arn, params string[] keys) => PostAsync("/untagResource", new JsonObject
    {
        ["resourceARN"] = arn,
        ["tagKeys"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]),
    });

    private Task<ApiAnswer> ListAsync(string arn) => PostAsync("/listTagsForResource", new JsonObject { ["resourceARN"] = arn });
}
