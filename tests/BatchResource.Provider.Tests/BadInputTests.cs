using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests;

/// <summary>Bad input gets exactly one valid answer, starts nothing, and never keeps a stack from being deleted.</summary>
public sealed class BadInputTests
{
    private const string SomeId = "nightly-batch-SummariesJob-1ABCDEFGHIJKL";

    private static readonly Dictionary<string, string> Invalid = new(StringComparer.Ordinal)
    {
        ["null"] = "null",
        ["a string"] = "\"properties\"",
        ["a list"] = "[]",
        ["nothing"] = "{}",
        ["an unknown property"] = With("Model", "\"x\""),
        ["the token"] = With("clientRequestToken", "\"x\""),
        ["a malformed role"] = With("RoleArn", "\"role\""),
        ["a malformed model"] = With("ModelId", "\"no model\""),
        ["a timeout out of range"] = With("TimeoutDurationInHours", "\"12\""),
        ["a doubly set property"] = With("roleArn", "\"arn:aws:iam::123456789012:role/Other\""),
        ["a union with two members"] = With(
            "InputDataConfig", """{"S3InputDataConfig":{"S3Uri":"s3://bucket/x"},"FileDataConfig":{"Path":"x"}}"""),
        ["a union without a member"] = With("OutputDataConfig", "{}"),
        ["text that is no Unicode"] = With("ModelId", "\"\\ud800\""),
        ["a name that is no Unicode"] = With("\\udc00", "1"),
        ["a megabyte in one value"] = With("ModelId", $"\"{new string('x', 1_000_000)}\""),
        ["a megabyte in one name"] = With(new string('x', 1_000_000), "1"),
        ["a megabyte of names"] = With("x", $"1,{string.Join(',', Enumerable.Range(0, 90_000).Select(index => $"\"x{index}\":1"))}"),
        ["deep nesting"] = With("x", $"{string.Concat(Enumerable.Repeat("[1,", 60))}1{new string(']', 60)}"),
        ["a megabyte that is not ASCII"] = With("Tags", $"\"{new string('ü', 500_000)}\""),
    };

    public static TheoryData<string> Cases => [.. Invalid.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("rule", "L14")]
    public void A_Create_With_Invalid_Properties_Fails_And_Asks_Bedrock_Nothing(string @case)
    {
        var run = new ProviderRun();
        var answer = run.Answer(Event("Create", Invalid[@case]));
        Assert.StartsWith("invalid properties, nothing was started: ", AnswerBox.Text(answer, "Reason"), StringComparison.Ordinal);
        Assert.Equal(TestEvent.NoJob, AnswerBox.Text(answer, "PhysicalResourceId"));
        Assert.Empty(run.Bedrock.Calls);
    }

    [Fact]
    [Trait("rule", "L14")]
    public void Of_Very_Many_Problems_The_Log_Holds_The_First_And_Their_Number()
    {
        var run = new ProviderRun();
        run.Answer(Event("Create", Invalid["a megabyte of names"]));
        var reason = run.Log.Single(line => line.GetProperty("event").ValueEquals("EventAnswered")).GetProperty("reason").GetString();
        Assert.Contains("; x98 is not a property", reason, StringComparison.Ordinal);
        Assert.EndsWith("; and 89901 more", reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("rule", "L14")]
    public void An_Update_With_Invalid_Properties_Fails_And_Keeps_Its_Job(string @case)
    {
        var run = new ProviderRun();
        var job = run.Succeed(TestEvent.Payload());
        var callsBefore = run.Bedrock.Calls.Count;

        var answer = run.Answer(Event("Update", Invalid[@case], job));
        Assert.Equal(("FAILED", job), (AnswerBox.Text(answer, "Status"), AnswerBox.Text(answer, "PhysicalResourceId")));
        Assert.Equal(callsBefore, run.Bedrock.Calls.Count);
        Assert.Single(run.Bedrock.ActiveJobs);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("rule", "L12")]
    public void A_Delete_Stops_Its_Job_Whatever_The_Properties(string @case)
    {
        var run = new ProviderRun();
        var job = run.Succeed(TestEvent.Payload());
        var answer = run.Answer(Event("Delete", Invalid[@case], job));
        Assert.Equal(("SUCCESS", job), (AnswerBox.Text(answer, "Status"), AnswerBox.Text(answer, "PhysicalResourceId")));
        Assert.Empty(run.Bedrock.ActiveJobs);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("rule", "L11")]
    public void An_Update_From_Properties_That_Cannot_Be_Read_Goes_By_The_Wanted_Ones(string @case)
    {
        var run = new ProviderRun();
        var job = run.Succeed(TestEvent.Payload());
        var json = TestEvent.Payload("Update").ToJsonString();
        var old = $"\"OldResourceProperties\":{TestEvent.Properties().ToJsonString()}";
        Assert.Contains(old, json, StringComparison.Ordinal);
        json = json.Replace(old, $"\"OldResourceProperties\":{Invalid[@case]}", StringComparison.Ordinal);

        var answer = run.Answer(JsonSerializer.Deserialize<JsonElement>(json.Replace(Id("Update"), job, StringComparison.Ordinal)));
        Assert.Equal(("SUCCESS", job), (AnswerBox.Text(answer, "Status"), AnswerBox.Text(answer, "PhysicalResourceId")));
        Assert.Single(run.Bedrock.Jobs);
    }

    [Theory]
    [InlineData(SomeId)]
    [InlineData("2026/11/22/[$LATEST]0123456789abcdef")]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:model-invocation-job/abcdefghijkl")]
    [InlineData("arn:aws:bedrock:us-east-1:210987654321:model-invocation-job/abcdefghijkl")]
    [InlineData("arn:aws-cn:bedrock:cn-north-1:123456789012:model-invocation-job/abcdefghijkl")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.titan/abcdefghijkl")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/zzzzzzzzzzzz")]
    [InlineData("größe-日本語-\U0001F600")]
    [InlineData("-")]
    [Trait("rule", "L12")]
    public void A_Delete_Of_An_Id_That_Is_Not_Ours_Succeeds_And_Keeps_The_Id(string id)
    {
        var run = new ProviderRun();
        Assert.Equal(id, run.Succeed(Event("Delete", TestEvent.Properties().ToJsonString(), id)));
        Assert.Empty(run.Bedrock.Jobs);
    }

    [Fact]
    [Trait("rule", "L12")]
    public void A_Delete_Of_The_Longest_Id_Succeeds_And_Keeps_It()
    {
        var id = new string('i', 1024);
        Assert.Equal(id, new ProviderRun().Succeed(Event("Delete", "{}", id)));
    }

    [Theory]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:model-invocation-job/job000000000")]
    [InlineData("arn:aws:bedrock:us-east-1:210987654321:model-invocation-job/job000000000")]
    [Trait("rule", "L12")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/zzzzzzzzzzzz")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model/job000000000")]
    [InlineData("arn:aws:s3:::bucket")]
    public void A_Delete_Of_Another_ARN_Leaves_The_Resources_Job_Alone(string id)
    {
        var run = new ProviderRun();
        var job = run.Succeed(TestEvent.Payload());
        run.Succeed(Event("Delete", TestEvent.Properties().ToJsonString(), id));
        Assert.Equal(job, Assert.Single(run.Bedrock.ActiveJobs).Arn.Value);
    }

    [Fact]
    [Trait("rule", "L12")]
    public void A_Function_That_Serves_Stacks_Of_Other_Accounts_Stops_Its_Own_Jobs_For_Them()
    {
        var run = new ProviderRun();
        var payload = TestEvent.Payload("Delete");
        payload["StackId"] = TestEvent.StackId.Replace("123456789012", "210987654321", StringComparison.Ordinal);
        payload["PhysicalResourceId"] = run.Succeed(TestEvent.Payload());
        run.Succeed(payload);
        Assert.Empty(run.Bedrock.ActiveJobs);
    }

    [Theory]
    [InlineData("Update")]
    [InlineData("Delete")]
    [Trait("rule", "L1")]
    public void Without_A_Physical_Id_There_Is_One_Answer_With_An_Id(string type)
    {
        foreach (var id in new JsonNode?[] { null, string.Empty, 42, new JsonObject() })
        {
            var payload = TestEvent.Payload(type);
            payload["PhysicalResourceId"] = id;
            new ProviderRun().Answer(payload);
        }
    }

    [Theory]
    [InlineData("größe", "日本語")]
    [InlineData("\U0001F600", "-")]
    [InlineData("---", "___")]
    [Trait("rule", "L5")]
    public void A_Stack_Of_Any_Name_Gets_Its_Job(string stack, string logicalId)
    {
        var payload = TestEvent.Payload();
        payload["StackId"] = $"arn:aws:cloudformation:us-east-1:123456789012:stack/{stack}/1";
        payload["LogicalResourceId"] = logicalId;
        var run = new ProviderRun();
        Assert.Equal(run.Succeed(payload), Assert.Single(run.Bedrock.ActiveJobs).Arn.Value);
    }

    [Fact]
    [Trait("rule", "L4")]
    public void Valid_Input_Starts_The_One_Job_And_Returns_Every_Attribute()
    {
        var run = new ProviderRun();
        var answer = run.Answer(TestEvent.Payload());
        var job = Assert.Single(run.Bedrock.Jobs);
        Assert.Equal(
            ["ListModelInvocationJobs", "CreateModelInvocationJob", "GetModelInvocationJob"], run.Bedrock.Calls);
        Assert.Equal(job.Arn.Value, AnswerBox.Text(answer, "PhysicalResourceId"));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["JobArn"] = job.Arn.Value,
                ["JobId"] = job.Arn.Id,
                ["JobName"] = job.Request.Name,
                ["ModelId"] = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
                ["Status"] = "Submitted",
                ["SubmitTime"] = "2026-11-22T06:00:00.0000000Z",
                ["OutputS3Uri"] = $"s3://bucket/output/{job.Arn.Id}/",
            },
            answer.GetProperty("Data").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!));
    }

    private static string With(string name, string value) =>
        $"{TestEvent.Properties().ToJsonString()[..^1]},\"{name}\":{value}}}";

    private static string Id(string type) => TestEvent.Payload(type)["PhysicalResourceId"]!.GetValue<string>();

    private static JsonElement Event(string type, string properties, string? id = null)
    {
        var payload = TestEvent.Payload(type);
        payload.Remove("ResourceProperties");
        if (id is not null)
        {
            payload["PhysicalResourceId"] = id;
        }

        return JsonSerializer.Deserialize<JsonElement>($"{payload.ToJsonString()[..^1]},\"ResourceProperties\":{properties}}}");
    }
}
