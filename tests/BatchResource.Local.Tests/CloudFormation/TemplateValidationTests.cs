using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Templates;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>What is refused before anything is deployed.</summary>
public sealed class TemplateValidationTests
{
    [Theory]
    [InlineData("""{ "Fn::Transform": { "Name": "X" } }""", "Template error: Fn::Transform is not supported by the local CloudFormation, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::Cidr": [], "Other": 1 }""", "Template error: Fn::Cidr must be the only member of its object, at Resources.X.Properties.Value")]
    [InlineData("""{ "Ref": "Nobody" }""", "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::Sub": "a${Nobody}" }""", "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::GetAtt": "Nobody.Arn" }""", "Template error: instance of Fn::GetAtt references undefined resource Nobody, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::GetAtt": "Queue.Colour" }""", "Template error: resource Queue does not support attribute type Colour in Fn::GetAtt, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::If": ["Maybe", 1, 2] }""", "Template format error: Unresolved condition Maybe, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::If": ["Maybe"] }""", "Template error: Fn::If must have the name of a condition and two values, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::FindInMap": ["Map", "a", "b"] }""", "Template error: mapping named 'Map' is not present in the 'Mappings' section, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::Select": ["2", ["a", "b"]] }""", "Template error: Fn::Select cannot select nonexistent value at index 2, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::Equals": ["a", "b"] }""", "Template error: Fn::Equals may only stand in Conditions and Rules, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::Length": ["a"] }""", "Template error: Fn::Length needs the Transform AWS::LanguageExtensions, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::Sub": ["${A}", { "A": { "Fn::GetStackOutput": { "StackName": "s", "OutputName": "o" } } }] }""", "Template error: Fn::GetStackOutput cannot stand inside Fn::Sub, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::GetStackOutput": ["s", "o"] }""", "Template error: Fn::GetStackOutput must have StackName and OutputName, and may have Region and RoleArn, at Resources.X.Properties.Value")]
    [InlineData("""{ "Fn::ImportValue": { "Ref": "Queue" } }""", "Template error: the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs, at Resources.X.Properties.Value")]
    [InlineData("\"{{resolve:secretsmanager:name}}\"", "Dynamic references are supported for parameters of Systems Manager, {{resolve:ssm:NAME}} or {{resolve:ssm:NAME:VERSION}}, got {{resolve:secretsmanager:name}}, at Resources.X.Properties.Value")]
    [InlineData("[[{ \"Ref\": \"Nobody\" }]]", "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template, at Resources.X.Properties.Value[0][0]")]
    public async Task A_Value_That_Cannot_Be_Deployed_Is_Named_With_Its_Place(string value, string problem)
    {
        await using var aws = await Stacks.StartAsync();

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(Template(
            ("X", Resource("AWS::SSM::Parameter", $$"""{ "Value": {{value}} }""")),
            ("Queue", Resource("AWS::SQS::Queue", "{}")))));

        Assert.Equal([problem], refusal.Problems);
        Assert.Null(aws.Service.Engine.Find("stack"));
    }

    [Theory]
    [InlineData("""{ "Type": "AWS::Bedrock::ModelInvocationJob" }""", "Resources.X: resource type AWS::Bedrock::ModelInvocationJob is not supported by the local CloudFormation; it can be simulated (--simulate-unknown, or LocalAwsOptions.SimulateUnknownTypes)")]
    [InlineData("""{ "Type": "AWS::SQS::Queue", "DependsOn": "Nobody" }""", "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template, at Resources.X.DependsOn")]
    [InlineData("""{ "Type": "AWS::SQS::Queue", "Condition": "Maybe" }""", "Template format error: Unresolved condition Maybe, at Resources.X")]
    [InlineData("""{ "Type": "AWS::SQS::Queue", "DeletionPolicy": "Keep" }""", "Template error: Resources.X.DeletionPolicy must be one of Delete, Retain, RetainExceptOnCreate, Snapshot, got \"Keep\"")]
    [InlineData("""{ "Type": "AWS::SQS::Queue", "UpdateReplacePolicy": "RetainExceptOnCreate" }""", "Template error: Resources.X.UpdateReplacePolicy must be one of Delete, Retain, Snapshot, got \"RetainExceptOnCreate\"")]
    [InlineData("""{ "Type": "AWS::SQS::Queue", "Colour": "red" }""", "Invalid template resource property 'Colour', at Resources.X")]
    [InlineData("""{ "Type": "AWS::SQS::Queue", "CreationPolicy": { "ResourceSignal": { "Count": 1 } } }""", "Resources.X.CreationPolicy waits for signals, which the local CloudFormation does not take: leave ResourceSignal out")]
    [InlineData("""{ "Properties": {} }""", "Template format error: Resources.X has no Type")]
    [InlineData("""{ "Type": "Custom::Job" }""", "Resources.X: Missing required property ServiceToken")]
    [InlineData("""{ "Type": "Custom::Job", "Properties": { "ServiceToken": "x", "ServiceTimeout": "3601" } }""", "Resources.X: ServiceTimeout must be 1-3600, got \"3601\"")]
    [InlineData("""{ "Type": "AWS::Lambda::Function", "Properties": { "Role": "r", "Code": { "ImageUri": "i" } } }""", "Resources.X: functions from container images are not supported by the local Lambda")]
    [InlineData("""{ "Type": "AWS::SQS::Queue", "Properties": { "QueueName": null } }""", "Template format error: [/Resources/X/Properties/QueueName] 'null' values are not allowed in templates")]
    public async Task A_Declaration_That_Cannot_Be_Deployed_Is_Named(string declaration, string problem)
    {
        var refusal = await RefusalAsync($$"""{ "Resources": { "X": {{declaration}} } }""");

        Assert.Equal([problem], refusal.Problems);
    }

    [Fact]
    public async Task A_Provider_That_Cannot_Run_Here_Is_Found_Before_The_Deployment()
    {
        var refusal = await RefusalAsync("""
            {
              "Resources": {
                "Thing": { "Type": "Custom::Thing", "Properties": { "ServiceToken": { "Fn::GetAtt": ["Provider", "Arn"] } } },
                "Provider": { "Type": "AWS::Lambda::Function", "Properties": { "Role": "r", "Runtime": "nodejs22.x", "Code": {} } }
              }
            }
            """);

        Assert.Equal(["Resources.Thing: Custom::Thing is answered by Provider, whose runtime nodejs22.x the local Lambda cannot run"], refusal.Problems);
    }

    [Fact]
    public async Task Every_Problem_Is_Reported_At_Once()
    {
        var refusal = await RefusalAsync("""
            {
              "Resources": { "A": { "Type": "AWS::No::Such" }, "B": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": { "Ref": "Nobody" } } } },
              "Outputs": { "C": { "Value": { "Fn::GetAtt": "Nobody.Arn" } } }
            }
            """);

        Assert.Equal(3, refusal.Problems.Count);
    }

    [Fact]
    public async Task A_Circle_Of_Resources_Is_Named()
    {
        var refusal = await RefusalAsync("""
            {
              "Resources": {
                "A": { "Type": "AWS::SQS::Queue", "DependsOn": "B" },
                "B": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": { "Fn::Sub": "${C.QueueName}" } } },
                "C": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": { "Ref": "A" } } }
              }
            }
            """);

        Assert.Equal("Circular dependency between resources: [A -> B -> C -> A]", refusal.Message);
    }

    [Fact]
    public async Task A_Circle_Of_Conditions_Is_Named()
    {
        var refusal = await RefusalAsync("""
            {
              "Conditions": { "A": { "Fn::Not": [{ "Condition": "B" }] }, "B": { "Fn::Not": [{ "Condition": "A" }] } },
              "Resources": { "Q": { "Type": "AWS::SQS::Queue" } }
            }
            """);

        Assert.Equal("Circular dependency between conditions: [A -> B -> A]", refusal.Message);
    }

    [Theory]
    [InlineData("{", "Template format error: JSON not well-formed")]
    [InlineData("""{ "Resources": {}, "Resources": {} }""", "Template format error: JSON not well-formed")]
    [InlineData("""{ "Resources": {} }""", "Template format error: At least one Resources member must be defined.")]
    [InlineData("""{ "Resources": [] }""", "Template format error: Resources must be an object")]
    [InlineData("""{ "Resources": { "a-b": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Resource name a-b is non alphanumeric.")]
    [InlineData("""{ "Extra": 1, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Invalid template property or properties [Extra]")]
    [InlineData("""{ "Transform": "AWS::Serverless-2016-10-31", "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Transform \"AWS::Serverless-2016-10-31\" is not supported")]
    [InlineData("""{ "AWSTemplateFormatVersion": "2011-09-09", "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: unsupported value for AWSTemplateFormatVersion: it must be 2010-09-09, got 2011-09-09.")]
    [InlineData("""{ "Parameters": { "a-b": { "Type": "String", "Default": "x" } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Parameter name a-b is non alphanumeric.")]
    [InlineData("""{ "Outputs": { "a-b": { "Value": "x" } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Output name a-b is non alphanumeric.")]
    [InlineData("""{ "Mappings": { "M": { "a": { "b": { "c": "d" } } } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Every Mappings attribute must be a String or a List, at Mappings.M.a.b")]
    [InlineData("""{ "Mappings": { "M": { "a": "b" } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Every Mappings member must be a map, at Mappings.M.a")]
    [InlineData("""{ "Mappings": { "M": { "x86_64": { "b": "c" } } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Mappings element name 'x86_64' must be non-empty and can contain only alphanumerics, '-' or '.', at Mappings.M.x86_64")]
    [InlineData("""{ "Mappings": { "M": { "us-east-1": { "b-c": "d" } } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Mappings attribute name 'b-c' must contain only alphanumeric characters, at Mappings.M.us-east-1.b-c")]
    [InlineData("""{ "Conditions": { "A": { "Condition": "B" } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Unresolved condition B, at Conditions.A")]
    [InlineData("""{ "Conditions": { "A": { "Fn::Equals": [{ "Ref": "Q" }, "x"] } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template format error: Unresolved resource dependencies [Q] in the Conditions block of the template, at Conditions.A")]
    [InlineData("""{ "Outputs": { "A": { "Value": "x", "Export": { "Name": "n" } }, "B": { "Value": "x", "Export": { "Name": "n" } } }, "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", "Template error: an export must have a name of its own, Outputs [A, B] share n")]
    [InlineData("just text", "Template format error: the template is not an object.")]
    [InlineData("a: [", "Template format error: YAML not well-formed.")]
    public async Task Text_That_Is_No_Template_Is_Refused(string body, string start) =>
        Assert.StartsWith(start, (await RefusalAsync(body)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_Description_Of_More_Than_1024_Bytes_Is_Refused()
    {
        var refusal = await RefusalAsync($$"""{ "Description": "{{new string('é', 513)}}", "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""");

        Assert.Equal("Template format error: 'Description' length is greater than 1024.", refusal.Message);
    }

    [Fact]
    public async Task A_Template_Of_More_Than_A_Million_Bytes_Is_Refused()
    {
        var refusal = await RefusalAsync($$"""{ "Description": "{{new string('x', 1_000_000)}}" }""");

        Assert.Equal("Template may not exceed 1000000 bytes in size.", refusal.Message);
    }

    [Fact]
    public async Task A_Template_Of_More_Than_500_Resources_Is_Refused()
    {
        var refusal = await RefusalAsync(Template([.. Enumerable.Range(0, 501).Select(i => ($"Q{i}", Resource("AWS::SQS::Queue", "{}")))]));

        Assert.Equal("Template format error: Number of resources, 501, is greater than maximum allowed, 500", refusal.Message);
    }

    [Fact]
    public async Task A_Template_That_Is_Nested_Without_End_Is_Refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));

        var refusal = await RefusalAsync($$"""{ "Resources": { "Q": { "Type": "AWS::SQS::Queue", "Properties": { "P": {{deep}} } } } }""");

        Assert.StartsWith("Template format error: JSON not well-formed", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1stack")]
    [InlineData("my stack")]
    [InlineData("")]
    public async Task A_Stack_Name_That_CloudFormation_Does_Not_Allow_Is_Refused(string name)
    {
        await using var aws = await Stacks.StartAsync();

        await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(Template(("Q", Parameter())), name));
    }

    private static async Task<TemplateException> RefusalAsync(string body)
    {
        await using var aws = await Stacks.StartAsync();
        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(body));
        Assert.Null(aws.Service.Engine.Find("stack"));
        return refusal;
    }
}
