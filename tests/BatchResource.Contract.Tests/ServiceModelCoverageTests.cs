using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>Whatever CreateModelInvocationJob takes, the resource has a property for; and the limits are the model's.</summary>
[Trait("rule", "L14")]
public sealed class ServiceModelCoverageTests
{
    private const string Request = "CreateModelInvocationJobRequest";

    [Theory]
    [InlineData("ModelInvocationJobName", "max", Limits.JobNameLength)]
    [InlineData("ModelInvocationJobArn", "max", Limits.JobArnLength)]
    [InlineData("RoleArn", "max", Limits.RoleArnLength)]
    [InlineData("ModelId", "max", Limits.ModelIdLength)]
    [InlineData("S3Uri", "max", Limits.S3UriLength)]
    [InlineData("KmsKeyId", "max", Limits.KmsKeyIdLength)]
    [InlineData("SubnetId", "max", Limits.VpcIdLength)]
    [InlineData("SecurityGroupId", "max", Limits.VpcIdLength)]
    [InlineData("SubnetIds", "max", Limits.Subnets)]
    [InlineData("SecurityGroupIds", "max", Limits.SecurityGroups)]
    [InlineData("ModelInvocationJobTimeoutDurationInHours", "min", Limits.MinimumTimeoutInHours)]
    [InlineData("ModelInvocationJobTimeoutDurationInHours", "max", Limits.MaximumTimeoutInHours)]
    [InlineData("TagKey", "max", Limits.TagKeyLength)]
    [InlineData("TagValue", "max", Limits.TagValueLength)]
    public void A_Limit_Is_The_Models(string shape, string constraint, int limit) =>
        Assert.Equal(ServiceModel.Number(shape, constraint), limit);

    [Fact]
    public void Every_Member_Of_The_Request_Is_A_Property_Except_The_Token()
    {
        var unknown = SampleProperties.Read(Skeleton(Request)).Problems
            .Where(problem => problem.Allowed.Contains("is not a property", StringComparison.Ordinal))
            .Select(problem => problem.Path);
        Assert.Equal(["clientRequestToken"], unknown);
    }

    [Fact]
    public void Every_Required_Member_Of_The_Request_Is_Required_Except_The_Name_Which_Is_Generated()
    {
        var required = SampleProperties.Read(new JsonObject()).Problems.Select(problem => Assert.IsType<string>(CamelCase(problem.Path)));
        var ofModel = ServiceModel.Shape(Request).GetProperty("required").EnumerateArray().Select(name => name.GetString()!);
        Assert.Equal(ofModel.Where(name => name != "jobName"), required);
    }

    [Fact]
    public void Every_Property_Is_A_Member_Of_The_Request_Or_Known_To_Be_Our_Own()
    {
        var ofModel = ServiceModel.Shape(Request).GetProperty("members").EnumerateObject().Select(member => member.Name);
        string[] ours = ["serviceToken", "serviceTimeout", "revision", "waitFor"];
        Assert.Equal(
            ofModel.Where(name => name != "clientRequestToken").Concat(ours).Order(StringComparer.Ordinal),
            SampleProperties.Full().Select(property => CamelCase(property.Key)).Order(StringComparer.Ordinal));
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Every member of a shape, with values of no meaning: what the AWS CLI calls a skeleton.</summary>
    private static JsonNode Skeleton(string shape)
    {
        var definition = ServiceModel.Shape(shape);
        return definition.GetProperty("type").GetString() switch
        {
            "structure" => Structure(definition),
            "list" => new JsonArray(Skeleton(ShapeOf(definition.GetProperty("member")))),
            "integer" => JsonValue.Create(0),
            _ => JsonValue.Create(string.Empty),
        };
    }

    private static JsonObject Structure(JsonElement definition)
    {
        var structure = new JsonObject();
        foreach (var member in definition.GetProperty("members").EnumerateObject())
        {
            structure[member.Name] = Skeleton(ShapeOf(member.Value));
        }

        return structure;
    }

    private static string ShapeOf(JsonElement reference) => reference.GetProperty("shape").GetString()!;
}
