using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Iam;
using Authorization = BatchResource.Local.Iam.Authorization;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class SignatureTests : ControlPlaneTest
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/Provider";

    [Fact]
    public async Task Temporary_Credentials_Of_A_Role_Tell_Who_Calls()
    {
        var issued = Credentials.Issue(RoleArn, "function");
        using var http = new SignedHttp(ControlPlane.Endpoint, issued);

        using var response = await http.SendAsync(HttpMethod.Get, "/model-invocation-jobs?maxResults=5&sortOrder=Ascending");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var call = Assert.Single(ControlPlane.Calls);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Provider/function", call.CallerArn);
        Assert.Equal(("ListModelInvocationJobs", 200), (call.Operation, call.StatusCode));
    }

    [Fact]
    public async Task A_Wrong_Secret_Is_Refused()
    {
        using var http = new SignedHttp(ControlPlane.Endpoint, "test", "guessed");

        var answer = await ListAsync(http);

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidSignatureException"), (answer.Status, answer.ErrorType));
        Assert.StartsWith("The request signature we calculated does not match", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_Credentials_Are_Refused()
    {
        using var http = new SignedHttp(ControlPlane.Endpoint, "AKIDUNKNOWN");

        (await ListAsync(http)).AssertError(
            HttpStatusCode.Forbidden, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    [Fact]
    public async Task Temporary_Credentials_Need_Their_Session_Token()
    {
        var issued = Credentials.Issue(RoleArn, "function");
        using var http = new SignedHttp(ControlPlane.Endpoint, issued.AccessKeyId, issued.SecretAccessKey);

        Assert.Equal("UnrecognizedClientException", (await ListAsync(http)).ErrorType);
    }

    [Fact]
    public async Task Expired_Credentials_Are_Refused()
    {
        var issued = Credentials.Issue(RoleArn, "function", TimeSpan.Zero);
        using var http = new SignedHttp(ControlPlane.Endpoint, issued);

        Assert.Equal("ExpiredTokenException", (await ListAsync(http)).ErrorType);
    }

    [Fact]
    public async Task Revoked_Credentials_Are_Refused()
    {
        var issued = Credentials.Issue(RoleArn, "function");
        using var http = new SignedHttp(ControlPlane.Endpoint, issued);
        Credentials.Revoke(issued.AccessKeyId);

        Assert.Equal("UnrecognizedClientException", (await ListAsync(http)).ErrorType);
    }

    [Theory]
    [InlineData(-6, "Signature expired: ")]
    [InlineData(6, "Signature not yet current: ")]
    public async Task A_Signature_Of_Another_Time_Is_Refused(int minutes, string message)
    {
        Http.SignedAt = DateTimeOffset.UtcNow.AddMinutes(minutes);

        var answer = await ListAsync(Http);

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidSignatureException"), (answer.Status, answer.ErrorType));
        Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-west-1", "bedrock")]
    [InlineData("us-east-1", "s3")]
    public async Task A_Signature_For_Another_Region_Or_Service_Is_Refused(string region, string service)
    {
        (Http.Region, Http.Service) = (region, service);

        Assert.Equal("InvalidSignatureException", (await ListAsync(Http)).ErrorType);
    }

    [Theory]
    [InlineData(null, "MissingAuthenticationTokenException")]
    [InlineData("Bearer abc", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=test", "IncompleteSignatureException")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/bedrock/aws4_request, SignedHeaders=host",
        "IncompleteSignatureException")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=00",
        "IncompleteSignatureException")]
    public async Task A_Header_That_Lacks_A_Part_Is_Refused(string? authorization, string errorType)
    {
        using var response = await Http.SendWithAuthorizationAsync(authorization);

        var answer = await ApiAnswer.ReadAsync(response);
        Assert.Equal((HttpStatusCode.Forbidden, errorType), (answer.Status, answer.ErrorType));
    }

    [Fact]
    public async Task What_The_Authorizer_Refuses_Is_AccessDenied_And_Has_No_Effect()
    {
        await StartAsync(new BedrockOptions { Authorizer = new Refusing("bedrock:CreateModelInvocationJob") });

        (await CreateAsync()).AssertError(HttpStatusCode.Forbidden, "AccessDeniedException", "refused");

        Assert.Empty(ControlPlane.Jobs);
    }

    [Fact]
    public async Task Create_Asks_For_Everything_That_It_Does()
    {
        var authorizer = new Refusing("nothing");
        await StartAsync(new BedrockOptions { Authorizer = authorizer });

        await CreateAsync(("tags", new JsonArray(new JsonObject { ["key"] = "team", ["value"] = "a" })));

        Assert.Equal(
            [
                "bedrock:CreateModelInvocationJob arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 ",
                "bedrock:CreateModelInvocationJob arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/* ",
                "bedrock:TagResource arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/* aws:TagKeys=team aws:RequestTag/team=a",
                "iam:PassRole arn:aws:iam::123456789012:role/BatchRole iam:PassedToService=bedrock.amazonaws.com",
            ],
            authorizer.Asked);
    }

    private static async Task<ApiAnswer> ListAsync(SignedHttp http)
    {
        using var response = await http.SendAsync(HttpMethod.Get, "/model-invocation-jobs");
        return await ApiAnswer.ReadAsync(response);
    }

    private sealed class Refusing(string action) : IAuthorizer
    {
        public List<string> Asked { get; } = [];

        public Authorization Authorize(AuthorizationRequest request)
        {
            var context = request.Context.Select(key => $"{key.Key}={string.Join(',', key.Value)}");
            Asked.Add($"{request.Action} {request.ResourceArn} {string.Join(' ', context)}");
            return request.Action == action ? new Authorization(IsAllowed: false, "refused") : new Authorization(IsAllowed: true);
        }
    }
}
