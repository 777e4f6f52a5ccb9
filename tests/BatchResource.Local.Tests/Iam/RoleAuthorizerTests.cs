using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.Iam.Policies;

namespace BatchResource.Local.Tests.Iam;

public sealed class RoleAuthorizerTests
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/Provider";
    private const string JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";
    private const string Stop = "bedrock:StopModelInvocationJob";

    private readonly IamRegistry registry = new();

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"bedrock:StopModelInvocationJob","Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","Action":"BEDROCK:stop*","Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","Action":["bedrock:Get*","bedrock:St?p*"],"Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","Action":"bedrock:Get*","Resource":"*"}""", false)]
    [InlineData("""{"Effect":"Allow","NotAction":"bedrock:Get*","Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","NotAction":"bedrock:*","Resource":"*"}""", false)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:bedrock:*:123456789012:model-invocation-job/*"}""", true)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:bedrock:*:*:model-invocation-job/b*"}""", false)]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"arn:aws:bedrock:*:*:foundation-model/*"}""", true)]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"arn:aws:bedrock:*:*:model-invocation-job/*"}""", false)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:bedrock:${aws:RequestedRegion}:${aws:PrincipalAccount}:*"}""", true)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:bedrock:${aws:Unknown}*:*"}""", false)]
    public void Actions_And_Resources_Match_By_Wildcards(string statement, bool isAllowed)
    {
        PutRole(statement);

        Assert.Equal(isAllowed, Authorize(Stop, JobArn).IsAllowed);
    }

    [Fact]
    public void What_No_Policy_Allows_Is_Refused_With_Awss_Message()
    {
        PutRole("""{"Effect":"Allow","Action":"bedrock:Get*","Resource":"*"}""");

        Assert.Equal(
            $"User: arn:aws:sts::123456789012:assumed-role/Provider/session is not authorized to perform: {Stop} on resource: {JobArn} "
            + $"because no identity-based policy allows the {Stop} action",
            Authorize(Stop, JobArn).Message);
    }

    [Fact]
    public void A_Deny_Outweighs_Every_Allow()
    {
        PutRole("""{"Effect":"Deny","Action":"bedrock:Stop*","Resource":"*"},{"Effect":"Allow","Action":"*","Resource":"*"}""");

        var refused = Authorize(Stop, JobArn);

        Assert.False(refused.IsAllowed);
        Assert.EndsWith(
            $"on resource: {JobArn} with an explicit deny in an identity-based policy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Unknown_Role_May_Nothing() => Assert.False(Authorize(Stop, JobArn).IsAllowed);

    [Fact]
    public void A_User_Without_A_Role_May_Everything()
    {
        var user = new CallerIdentity("arn:aws:iam::123456789012:user/test", RoleArn: null);

        Assert.True(Authorizer.Authorize(new AuthorizationRequest(user, Stop, JobArn, Keys())).IsAllowed);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AmazonBedrockFullAccess", true)]
    [InlineData("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", false)]
    public void Awss_Own_Policies_Count(string policyArn, bool isAllowed)
    {
        registry.PutRole(new IamRole(RoleArn, "Provider") { ManagedPolicyArns = [policyArn] });

        Assert.Equal(isAllowed, Authorize(Stop, JobArn).IsAllowed);
    }

    [Fact]
    public void A_Policy_Of_Awss_Own_That_Is_Not_Known_Is_Named_In_The_Refusal()
    {
        registry.PutRole(new IamRole(RoleArn, "Provider") { ManagedPolicyArns = ["arn:aws:iam::aws:policy/Unheard"] });

        Assert.EndsWith(
            "(the local IAM does not know arn:aws:iam::aws:policy/Unheard)", Authorize(Stop, JobArn).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bedrock.amazonaws.com", true)]
    [InlineData("lambda.amazonaws.com", false)]
    public void PassRole_Depends_On_The_Service_It_Is_Passed_To(string service, bool isAllowed)
    {
        PutRole($$$"""
            {"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/Batch",
             "Condition":{"StringEquals":{"iam:PassedToService":"{{{service}}}"} } }
            """);

        var authorization = Authorize(
            "iam:PassRole", "arn:aws:iam::123456789012:role/Batch", ("iam:PassedToService", ["bedrock.amazonaws.com"]));

        Assert.Equal(isAllowed, authorization.IsAllowed);
    }

    [Theory]
    [InlineData("bedrock.amazonaws.com", "123456789012", "model-invocation-job/*", true)]
    [InlineData("lambda.amazonaws.com", "123456789012", "model-invocation-job/*", false)]
    [InlineData("bedrock.amazonaws.com", "210987654321", "model-invocation-job/*", false)]
    [InlineData("bedrock.amazonaws.com", "123456789012", "model-customization-job/*", false)]
    public void A_Service_May_Assume_A_Role_That_Trusts_It_Under_Its_Conditions(
        string service, string accountId, string source, bool isAllowed)
    {
        var trust = PolicyJson.Document($$$"""
            {"Effect":"Allow","Principal":{"Service":"{{{service}}}"},"Action":"sts:AssumeRole","Condition":{
              "StringEquals":{"aws:SourceAccount":"{{{accountId}}}"},
              "ArnEquals":{"aws:SourceArn":"arn:aws:bedrock:us-east-1:123456789012:{{{source}}}"} } }
            """);
        registry.PutRole(new IamRole(RoleArn, "Provider") { TrustPolicy = trust });

        var authorization = Authorizer.Authorize(new AuthorizationRequest(
            CallerIdentity.ForService("bedrock.amazonaws.com"),
            "sts:AssumeRole",
            RoleArn,
            Keys(("aws:SourceAccount", ["123456789012"]), ("aws:SourceArn", [JobArn]))));

        Assert.Equal(isAllowed, authorization.IsAllowed);
    }

    [Fact]
    public void What_Cannot_Be_Evaluated_Is_Refused_And_Says_Why()
    {
        PutRole("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}}""");

        var refused = Authorize(Stop, JobArn);

        Assert.False(refused.IsAllowed);
        Assert.EndsWith(
            "a policy cannot be evaluated: the condition operator \"IpAddress\" is not supported by the local IAM",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Effect":"allow","Action":"*","Resource":"*"}""", "the Effect of statement 1 must be Allow or Deny, got \"allow\"")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""", "statement 1 must have either Action or NotAction")]
    [InlineData(
        """{"Effect":"Allow","Action":"*","Resources":"*"}""",
        "the element \"Resources\" of statement 1 is not supported by the local IAM")]
    [InlineData("""{"Effect":"Allow","Action":{},"Resource":"*"}""", "Action must hold strings, got {}")]
    [InlineData("7", "statement 1 must be an object")]
    public void A_Malformed_Policy_Is_An_Error(string statement, string message)
    {
        Assert.Equal(message, Assert.Throws<PolicyException>(() => PolicyReader.Check(PolicyJson.Document(statement))).Message);
    }

    private RoleAuthorizer Authorizer => new(registry, Account.Default);

    private void PutRole(string statements) => registry.PutRole(new IamRole(RoleArn, "Provider")
    {
        Inline = PolicyJson.Inline(statements),
    });

    private Authorization Authorize(string action, string resourceArn, params (string Key, string[] Values)[] keys) =>
        Authorizer.Authorize(new AuthorizationRequest(CallerIdentity.ForRole(RoleArn, "session"), action, resourceArn, Keys(keys)));

    private static Dictionary<string, IReadOnlyList<string>> Keys(params (string Key, string[] Values)[] keys) =>
        keys.ToDictionary(key => key.Key, IReadOnlyList<string> (key) => key.Values);
}
