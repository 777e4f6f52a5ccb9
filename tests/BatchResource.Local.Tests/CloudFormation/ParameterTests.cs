using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("""{ "Type": "String" }""", "a,b", "a,b")]
    [InlineData("""{ "Type": "Number" }""", "5", "5")]
    [InlineData("""{ "Type": "CommaDelimitedList" }""", "a, b", "a|b")]
    [InlineData("""{ "Type": "List<Number>" }""", "1,2", "1|2")]
    [InlineData("""{ "Type": "List<AWS::EC2::Subnet::Id>" }""", "subnet-1,subnet-2", "subnet-1|subnet-2")]
    [InlineData("""{ "Type": "AWS::SSM::Parameter::Value<String>" }""", "/cdk-bootstrap/hnb659fds/version", "31")]
    [InlineData("""{ "Type": "String", "Default": "d" }""", null, "d")]
    public async Task A_Parameter_Has_A_Value_Of_Its_Type(string declaration, string? given, string expected)
    {
        var stack = await CreateAsync(declaration, given);

        Assert.Equal(expected, Assert.Single(stack.Outputs).Value);
    }

    [Theory]
    [InlineData("""{ "Type": "String" }""", null, "Parameters: [P] must have values")]
    [InlineData("""{ "Type": "String", "AllowedValues": ["a", "b"] }""", "c", "Parameter 'P' must be one of AllowedValues: [a, b]")]
    [InlineData("""{ "Type": "String", "AllowedPattern": "[a-z]+" }""", "A", "Parameter P failed to satisfy constraint: must match pattern [a-z]+")]
    [InlineData("""{ "Type": "String", "MinLength": 2 }""", "a", "Parameter 'P' must contain at least 2 characters")]
    [InlineData("""{ "Type": "String", "MaxLength": "2" }""", "abc", "Parameter 'P' must contain at most 2 characters")]
    [InlineData("""{ "Type": "Number" }""", "x", "Parameter 'P' must be a number, got \"x\"")]
    [InlineData("""{ "Type": "Number", "MinValue": 3 }""", "2", "Parameter 'P' must be a number not less than 3")]
    [InlineData("""{ "Type": "Number", "MaxValue": 3 }""", "4", "Parameter 'P' must be a number not greater than 3")]
    [InlineData("""{ "Type": "AWS::SSM::Parameter::Value<String>" }""", "/none", "Unable to fetch parameters [/none] from parameter store for this account.")]
    [InlineData("""{ "Type": "Colour" }""", "x", "Template format error: Unrecognized parameter type: Colour, at Parameters.P")]
    [InlineData("""{ "Type": "AWS::EC2::Colour" }""", "x", "Template format error: Unrecognized parameter type: AWS::EC2::Colour, at Parameters.P")]
    [InlineData("""{ "Type": "AWS::SSM::Parameter::Value<Colour>" }""", "x", "Template format error: Unrecognized parameter type: AWS::SSM::Parameter::Value<Colour>, at Parameters.P")]
    [InlineData("""{ "Type": "String", "AllowedPattern": "[a-" }""", "a", "Template format error: Parameters.P.AllowedPattern must be a regular expression, got \"[a-\"")]
    [InlineData("""{ "Type": "String", "AllowedPattern": "[a-z]+" }""", "a\n", "Parameter P failed to satisfy constraint: must match pattern [a-z]+")]
    [InlineData("""{ "Type": "String", "AllowedPattern": "(a+)+b" }""", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Parameter P failed to satisfy constraint: must match pattern (a+)+b")]
    [InlineData("""{ "Type": "String", "AllowedPattern": "(?=a)(a+)+b" }""", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Parameter P failed to satisfy constraint: it takes more than 1 s to see whether the value matches pattern (?=a)(a+)+b; simplify the pattern")]
    public async Task A_Parameter_That_Breaks_Its_Declaration_Is_Refused(string declaration, string? given, string message)
    {
        var refusal = await Assert.ThrowsAsync<TemplateException>(() => CreateAsync(declaration, given));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task A_Parameter_That_The_Template_Does_Not_Have_Is_Refused()
    {
        await using var aws = await Stacks.StartAsync();

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.Service.Engine.CreateAsync(
            new("stack", Stacks.Template(("N", Stacks.Parameter())), new Dictionary<string, string> { ["Q"] = "1" }), CancellationToken.None));

        Assert.Equal("Parameters: [Q] do not exist in the template", refusal.Message);
    }

    [Fact]
    public async Task An_Update_Keeps_The_Parameters_That_It_Does_Not_Name()
    {
        await using var aws = await Stacks.StartAsync();
        var body = Body("""{ "Type": "String" }""");
        await aws.Service.Engine.CreateAsync(new("stack", body, new Dictionary<string, string> { ["P"] = "first" }), CancellationToken.None);

        var stack = await aws.UpdateAsync(body.Replace("\"Value\": { \"Value\"", "\"Value\": { \"Description\": \"new\", \"Value\"", StringComparison.Ordinal));

        Assert.Equal(("first", "new"), (Assert.Single(stack.Outputs).Value, stack.Outputs[0].Description));
    }

    [Fact]
    public async Task The_Stored_Value_Of_Another_Stacks_Parameter_Can_Be_Used()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(
            Stacks.Template(("N", Stacks.Resource("AWS::SSM::Parameter", """{ "Name": "/shared", "Value": "stored" }"""))), "other");

        var stack = await aws.Service.Engine.CreateAsync(
            new("stack", Body("""{ "Type": "AWS::SSM::Parameter::Value<String>" }"""), new Dictionary<string, string> { ["P"] = "/shared" }),
            CancellationToken.None);

        Assert.Equal("stored", Assert.Single(stack.Outputs).Value);
    }

    [Theory]
    [InlineData("30", true)]
    [InlineData("5", false)]
    public async Task A_Rule_Over_The_Parameters_Is_Checked(string value, bool isAccepted)
    {
        await using var aws = await Stacks.StartAsync();
        var body = $$"""
            {
              "Parameters": { "Version": { "Type": "String", "Default": "{{value}}" } },
              "Rules": {
                "CheckBootstrapVersion": {
                  "Assertions": [{
                    "Assert": { "Fn::Not": [{ "Fn::Contains": [["1", "2", "3", "4", "5"], { "Ref": "Version" }] }] },
                    "AssertDescription": "CDK bootstrap stack version 6 required."
                  }]
                }
              },
              "Resources": { "Q": { "Type": "AWS::SQS::Queue" } }
            }
            """;

        var refusal = await Record.ExceptionAsync(() => aws.CreateAsync(body));

        Assert.Equal(isAccepted ? null : "Rule CheckBootstrapVersion is not met: CDK bootstrap stack version 6 required.", refusal?.Message);
    }

    [Theory]
    [InlineData("true", "Yes")]
    [InlineData("false", "No")]
    public async Task Conditions_Choose_Resources_Values_And_Outputs(string value, string expected)
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync($$"""
            {
              "Parameters": { "P": { "Type": "String", "Default": "{{value}}" } },
              "Conditions": { "On": { "Fn::Equals": [{ "Ref": "P" }, "true"] }, "Off": { "Fn::Not": [{ "Condition": "On" }] } },
              "Resources": {
                "Yes": { "Type": "AWS::SQS::Queue", "Condition": "On" },
                "No": { "Type": "AWS::SQS::Queue", "Condition": "Off" },
                "Either": { "Type": "AWS::SSM::Parameter", "Properties": { "Value": { "Fn::If": ["On", { "Ref": "Yes" }, { "Ref": "No" }] } } }
              },
              "Outputs": { "Yes": { "Value": "x", "Condition": "On" }, "No": { "Value": "x", "Condition": "Off" } }
            }
            """);

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Equal(["Either", expected], stack.Resources.Keys.Order());
        Assert.Equal(expected, Assert.Single(stack.Outputs).Name);
    }

    private static async Task<StackState> CreateAsync(string declaration, string? given)
    {
        await using var aws = await Stacks.StartAsync();
        var parameters = given is null ? new Dictionary<string, string>() : new() { ["P"] = given };
        return await aws.Service.Engine.CreateAsync(new("stack", Body(declaration), parameters), CancellationToken.None);
    }

    private static string Body(string declaration)
    {
        var value = declaration.Contains("List", StringComparison.Ordinal) ? """{ "Fn::Join": ["|", { "Ref": "P" }] }""" : """{ "Ref": "P" }""";
        return $$"""
            {
              "Parameters": { "P": {{declaration}} },
              "Resources": { "Q": { "Type": "AWS::SQS::Queue" } },
              "Outputs": { "Value": { "Value": {{value}} } }
            }
            """;
    }
}
