using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground.RestJson;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class ConstraintTests : ControlPlaneTest
{
    private const string JobNamePattern = @"[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\+\-\.]){0,63}";

    public static TheoryData<string, string, string> Violations => new()
    {
        { "jobName", "null", "Value null at 'jobName' failed to satisfy constraint: Member must not be null" },
        {
            "jobName",
            "\"a_b\"",
            $"Value 'a_b' at 'jobName' failed to satisfy constraint: Member must satisfy regular expression pattern: {JobNamePattern}"
        },
        {
            "modelInvocationType",
            "\"Chat\"",
            "Value 'Chat' at 'modelInvocationType' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [InvokeModel, Converse]"
        },
        {
            "timeoutDurationInHours",
            "23",
            "Value '23' at 'timeoutDurationInHours' failed to satisfy constraint: Member must have value greater than or equal to 24"
        },
        {
            "timeoutDurationInHours",
            "169",
            "Value '169' at 'timeoutDurationInHours' failed to satisfy constraint: Member must have value less than or equal to 168"
        },
        {
            "roleArn",
            "\"BatchRole\"",
            "Value 'BatchRole' at 'roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: "
            + "arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+"
        },
        {
            "inputDataConfig",
            "{}",
            "Value '{}' at 'inputDataConfig' failed to satisfy constraint: "
            + "Member must have exactly one of its members set: [s3InputDataConfig]"
        },
        {
            "inputDataConfig",
            """{"s3InputDataConfig":{}}""",
            "Value null at 'inputDataConfig.s3InputDataConfig.s3Uri' failed to satisfy constraint: Member must not be null"
        },
        {
            "vpcConfig",
            """{"subnetIds":[],"securityGroupIds":["sg-1"]}""",
            "Value '[]' at 'vpcConfig.subnetIds' failed to satisfy constraint: Member must have length greater than or equal to 1"
        },
        {
            "vpcConfig",
            """{"subnetIds":["subnet-1"],"securityGroupIds":["sg_1","sg-2"]}""",
            "Value '[sg_1, sg-2]' at 'vpcConfig.securityGroupIds' failed to satisfy constraint: Member must satisfy constraint: "
            + "[Member must have length less than or equal to 32, Member must have length greater than or equal to 0, "
            + "Member must satisfy regular expression pattern: [-0-9a-zA-Z]+]"
        },
        {
            "tags",
            """[{"key":"a","value":"1"},{"key":"b","value":"é"}]""",
            "Value 'é' at 'tags.2.member.value' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [a-zA-Z0-9\s._:/=+@-]*"
        },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task A_Value_That_Breaks_The_Service_Model_Is_Refused_In_Awss_Words(string member, string json, string violation)
    {
        var answer = await CreateAsync((member, JsonNode.Parse(json)));

        answer.AssertError(HttpStatusCode.BadRequest, "ValidationException", $"1 validation error detected: {violation}");
        Assert.Empty(ControlPlane.Jobs);
    }

    [Fact]
    public async Task Every_Violation_Is_Named_At_Once()
    {
        var answer = await CreateAsync(("jobName", new string('a', 64)), ("timeoutDurationInHours", 1), ("clientRequestToken", "a_b"));

        Assert.StartsWith("3 validation errors detected: Value 'aaa", answer.Message, StringComparison.Ordinal);
        Assert.Equal(3, answer.Message.Split("; ").Length);
    }

    [Theory]
    [InlineData("jobName", "a\\n")]
    [InlineData("modelId", "amazon.nova-micro-v1:0\\n")]
    [InlineData("roleArn", "arn:aws:iam::123456789012:role/BatchRole\\n")]
    public async Task A_Pattern_Must_Match_The_Whole_Value(string member, string value)
    {
        var answer = await CreateAsync((member, JsonNode.Parse($"\"{value}\"")));

        Assert.Equal("ValidationException", answer.ErrorType);
        Assert.Contains("regular expression pattern", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://in-bucket/a%20b.jsonl")]
    [InlineData("s3://in-bucket/a b.jsonl")]
    [InlineData("s3://In-Bucket/a.jsonl")]
    [InlineData("https://in-bucket/a.jsonl")]
    [InlineData("s3://in-bucket//a.jsonl")]
    public async Task An_S3_Uri_Of_Another_Form_Is_Refused(string uri)
    {
        var answer = await CreateAsync(("inputDataConfig", new JsonObject { ["s3InputDataConfig"] = new JsonObject { ["s3Uri"] = uri } }));

        Assert.Contains("'inputDataConfig.s3InputDataConfig.s3Uri'", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"24\"", "STRING_VALUE can not be converted to an Integer")]
    [InlineData("24.5", "NUMBER_VALUE can not be converted to an Integer")]
    [InlineData("true", "TRUE_VALUE can not be converted to an Integer")]
    public async Task A_Value_Of_Another_Type_Cannot_Be_Read(string json, string message)
    {
        var answer = await CreateAsync(("timeoutDurationInHours", JsonNode.Parse(json)));

        answer.AssertError(HttpStatusCode.BadRequest, "SerializationException", message);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("null")]
    [InlineData("""{"jobName":"a","jobName":"b"}""")]
    public async Task A_Body_That_Is_No_Json_Object_Cannot_Be_Read(string body)
    {
        var answer = await SendAsync(HttpMethod.Post, "/model-invocation-job", body);

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (answer.Status, answer.ErrorType));
    }

    [Theory]
    [InlineData("""{"jobName":"\ud800"}""")]
    [InlineData("""{"\udfff":"x"}""")]
    public async Task Half_Of_A_Surrogate_Pair_Cannot_Be_Read(string body)
    {
        var answer = await SendAsync(HttpMethod.Post, "/model-invocation-job", body);

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (answer.Status, answer.ErrorType));
    }

    [Fact]
    public void Bytes_That_Are_No_Utf8_Cannot_Be_Read()
    {
        var model = ServiceModel.Bedrock;
        var route = Route.Find(model, "POST", "/model-invocation-job")!;

        var refusal = Assert.Throws<ServiceException>(
            () => new InputReader(model).Read(route, new QueryCollection(), [.. "{\"jobName\":\""u8, 0xff, .. "\"}"u8]));

        Assert.Equal("SerializationException", refusal.Code);
    }

    [Fact]
    public async Task Nesting_Without_End_Cannot_Be_Read()
    {
        var answer = await SendAsync(HttpMethod.Post, "/model-invocation-job", new string('[', 100_000));

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (answer.Status, answer.ErrorType));
    }

    [Fact]
    public async Task A_Body_Of_More_Than_A_Megabyte_Is_Refused()
    {
        var answer = await SendAsync(HttpMethod.Post, "/model-invocation-job", new string(' ', 2 << 20));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    [Fact]
    public async Task Members_That_The_Model_Does_Not_Know_Are_Ignored()
    {
        var answer = await CreateAsync(("somethingNew", 1));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("?maxResults=0", "ValidationException")]
    [InlineData("?maxResults=1001", "ValidationException")]
    [InlineData("?maxResults=many", "SerializationException")]
    [InlineData("?statusEquals=Running", "ValidationException")]
    [InlineData("?sortBy=Name", "ValidationException")]
    [InlineData("?nameContains=a_b", "ValidationException")]
    [InlineData("?submitTimeAfter=yesterday", "SerializationException")]
    [InlineData("?nextToken=made-up", "ValidationException")]
    public async Task Query_Parameters_Are_Checked_As_Bodies_Are(string query, string errorType)
    {
        var answer = await GetAsync("/model-invocation-jobs" + query);

        Assert.Equal((HttpStatusCode.BadRequest, errorType), (answer.Status, answer.ErrorType));
    }

    [Fact]
    public async Task A_Job_Identifier_Of_Another_Form_Is_Refused()
    {
        var answer = await GetJobAsync("job-1");

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationException"), (answer.Status, answer.ErrorType));
    }

    [Theory]
    [InlineData("GET", "/model-invocation-job")]
    [InlineData("DELETE", "/model-invocation-job/abcdefghijkl")]
    [InlineData("GET", "/model-invocation-job/arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl")]
    public async Task Another_Method_Or_Path_Is_No_Operation(string method, string target)
    {
        var answer = await SendAsync(new HttpMethod(method), target);

        Assert.Equal((HttpStatusCode.NotFound, "UnknownOperationException"), (answer.Status, answer.ErrorType));
    }
}
