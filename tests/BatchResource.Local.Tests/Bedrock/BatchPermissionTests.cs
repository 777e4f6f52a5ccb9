using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.Tests.Iam;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>What a job's service role lacks, and how that shows.</summary>
public sealed class BatchPermissionTests : BatchTest
{
    private const string BatchRole = "arn:aws:iam::123456789012:role/BatchRole";

    private readonly IamRegistry roles = new();

    [Fact]
    public async Task A_Role_With_All_That_Is_Documented_Is_Enough()
    {
        PutBatchRole();

        Assert.Equal((JobStatus.Completed, null), await OutcomeAsync());
    }

    [Theory]
    [InlineData("s3:ListBucket", "Could not validate ListBucket permissions for S3URI s3://in-bucket/prompts.jsonl")]
    [InlineData("s3:GetObject", "Could not validate GetObject permissions for S3URI s3://in-bucket/prompts.jsonl")]
    [InlineData("s3:PutObject", "Could not validate PutObject permissions for S3URI s3://out-bucket/results/")]
    [InlineData("kms:GenerateDataKey", "Could not validate PutObject permissions for S3URI s3://out-bucket/results/")]
    [InlineData("bedrock:InvokeModel", "Customer doesn't have permissions to invokeModel")]
    public async Task A_Missing_Permission_Fails_The_Job_In_Bedrocks_Words(string action, string message)
    {
        PutBatchRole(without: action);

        Assert.Equal((JobStatus.Failed, message), await OutcomeAsync());
    }

    [Fact]
    public async Task A_Missing_InvokeModel_Shows_Only_When_The_Job_Is_In_Progress()
    {
        PutBatchRole(without: "bedrock:InvokeModel");
        var arn = await StartJobAsync();

        Assert.Equal(JobStatus.InProgress, (await AdvanceToAsync(arn, JobStatus.InProgress)).Status);
        Assert.Equal(JobStatus.Failed, (await ControlPlane.AdvanceAsync(arn)).Status);
    }

    [Theory]
    [InlineData("210987654321")]
    [InlineData(null)]
    public async Task A_Role_That_Does_Not_Trust_Bedrock_With_The_Job_Fails_It(string? trustedAccount)
    {
        if (trustedAccount is not null)
            PutBatchRole(trustedAccount: trustedAccount);

        Assert.Equal((JobStatus.Failed, "Could not assume provided IAM role"), await OutcomeAsync());
    }

    [Fact]
    public async Task Create_May_Refuse_A_Role_That_It_Cannot_Assume()
    {
        await StartAsync(new BedrockOptions
        {
            Authorizer = new RoleAuthorizer(roles, Account.Default),
            Switches = new() { UntrustedRole = RoleAnswer.RefusesCreate },
        });
        (await CreateAsync()).AssertError(HttpStatusCode.BadRequest, "ValidationException", "Could not assume provided IAM role");
        Assert.Empty(ControlPlane.Jobs);

        PutBatchRole();
        Assert.Equal(HttpStatusCode.OK, (await CreateAsync()).Status);
    }

    [Fact]
    public async Task A_Profile_Needs_The_Model_Behind_It_Too()
    {
        PutBatchRole(models: "arn:aws:bedrock:us-east-1:123456789012:inference-profile/*");
        Assert.Equal((JobStatus.Failed, "Customer doesn't have permissions to invokeModel"), await OutcomeAsync("us." + Anthropic));

        PutBatchRole(models: "arn:aws:bedrock:*:*:*");
        Assert.Equal((JobStatus.Completed, null), await OutcomeAsync("us." + Anthropic));
    }

    [Fact]
    public async Task A_Global_Profile_Needs_The_Model_Without_A_Region_Too()
    {
        PutBatchRole(models: "arn:aws:bedrock:us-east-1:*:*");
        Assert.Equal((JobStatus.Completed, null), await OutcomeAsync("us." + Anthropic));
        Assert.Equal((JobStatus.Failed, "Customer doesn't have permissions to invokeModel"), await OutcomeAsync("global." + Anthropic));
    }

    [Fact]
    public async Task The_Caller_Needs_PassRole_And_Is_Told_So()
    {
        const string Provider = "arn:aws:iam::123456789012:role/Provider";
        roles.PutRole(new IamRole(Provider, "Provider")
        {
            Inline = PolicyJson.Inline("""{"Effect":"Allow","Action":"bedrock:*","Resource":"*"}"""),
        });
        await StartRunnerAsync(authorizer: new RoleAuthorizer(roles, Account.Default));
        var issued = Credentials.Issue(Provider, "function");
        using var http = new SignedHttp(ControlPlane.Endpoint, issued);

        using var response = await http.SendAsync(HttpMethod.Post, "/model-invocation-job", Minimal().ToJsonString());

        (await ApiAnswer.ReadAsync(response)).AssertError(
            HttpStatusCode.Forbidden,
            "AccessDeniedException",
            "User: arn:aws:sts::123456789012:assumed-role/Provider/function is not authorized to perform: iam:PassRole on resource: "
            + $"{BatchRole} because no identity-based policy allows the iam:PassRole action");
    }

    private async Task<(string Status, string? Message)> OutcomeAsync(string modelId = Anthropic)
    {
        var job = await AdvanceToAsync(await StartJobAsync(modelId), JobStatus.Completed);
        return (job.Status, job.Message);
    }

    private async Task<string> StartJobAsync(string modelId = Anthropic)
    {
        await StartRunnerAsync(authorizer: new RoleAuthorizer(roles, Account.Default));
        Buckets.Put("in-bucket", "prompts.jsonl", Records(100));
        var output = new JsonObject
        {
            ["s3OutputDataConfig"] = new JsonObject
            {
                ["s3Uri"] = "s3://out-bucket/results/",
                ["s3EncryptionKeyId"] = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000",
            },
        };
        var created = await CreateAsync(("modelId", modelId), ("outputDataConfig", output));
        return created.Body["jobArn"]!.GetValue<string>();
    }

    private void PutBatchRole(string? without = null, string trustedAccount = "123456789012", string models = "*")
    {
        string[] actions = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"];
        var granted = string.Join(',', actions.Where(action => action != without).Select(action => $"\"{action}\""));
        var key = without == "kms:GenerateDataKey" ? "kms:Other" : "kms:GenerateDataKey";
        var invoke = without == "bedrock:InvokeModel" ? "bedrock:Other" : "bedrock:InvokeModel";
        roles.PutRole(new IamRole(BatchRole, "BatchRole")
        {
            TrustPolicy = PolicyJson.Document($$$"""
                {"Effect":"Allow","Principal":{"Service":"bedrock.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{
                  "StringEquals":{"aws:SourceAccount":"{{{trustedAccount}}}"},
                  "ArnEquals":{"aws:SourceArn":"arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/*"} } }
                """),
            Inline = PolicyJson.Inline($$"""
                {"Effect":"Allow","Action":[{{granted}}],"Resource":"*"},
                {"Effect":"Allow","Action":"{{key}}","Resource":"*","Condition":{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"} } },
                {"Effect":"Allow","Action":"{{invoke}}","Resource":"{{models}}"}
                """),
        });
    }
}
