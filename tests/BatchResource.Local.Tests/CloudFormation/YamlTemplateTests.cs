using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class YamlTemplateTests
{
    [Theory]
    [InlineData("!Ref Thing", """{"Ref":"Thing"}""")]
    [InlineData("!GetAtt Thing.Arn", """{"Fn::GetAtt":"Thing.Arn"}""")]
    [InlineData("!GetAtt [Thing, Arn]", """{"Fn::GetAtt":["Thing","Arn"]}""")]
    [InlineData("!Sub 'a${Thing}'", """{"Fn::Sub":"a${Thing}"}""")]
    [InlineData("!Join ['-', [a, !Ref Thing]]", """{"Fn::Join":["-",["a",{"Ref":"Thing"}]]}""")]
    [InlineData("!Condition On", """{"Condition":"On"}""")]
    [InlineData("!If [On, !Ref AWS::NoValue, 1]", """{"Fn::If":["On",{"Ref":"AWS::NoValue"},1]}""")]
    [InlineData("Fn::Base64: !Sub x", """{"Fn::Base64":{"Fn::Sub":"x"}}""")]
    [InlineData("true", "true")]
    [InlineData("42", "42")]
    [InlineData("'42'", "\"42\"")]
    [InlineData("007", "7")]
    [InlineData("012345670123", "1402433619")]
    [InlineData("'012345670123'", "\"012345670123\"")]
    [InlineData("012345678901", "\"012345678901\"")]
    [InlineData("0.5", "\"0.5\"")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("1.5", "\"1.5\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("!!str 5", "\"5\"")]
    public void Yaml_Stands_For_Json(string yaml, string json) =>
        Assert.Equal(json, YamlTemplate.Parse($"v: {(yaml.StartsWith("Fn::", StringComparison.Ordinal) ? $"{{ {yaml} }}" : yaml)}")!["v"]!.ToJsonString(Unescaped));

    [Fact]
    public async Task A_Yaml_Template_Is_Deployed()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync("""
            AWSTemplateFormatVersion: '2010-09-09'
            Resources:
              Job:
                Type: Custom::Job
                Properties:
                  ServiceToken: arn:aws:lambda:us-east-1:123456789012:function:Provider
                  Hours: 24
              Name:
                Type: AWS::SSM::Parameter
                Properties:
                  Value: !Sub '${Job} in ${AWS::Region}'
            Outputs:
              Value:
                Value: !GetAtt Name.Value
            """);

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Equal("Job-1 in us-east-1", Assert.Single(stack.Outputs).Value);
    }

    [Fact]
    public void Aliases_Are_Refused() => Assert.Equal(
        "Template error: YAML aliases are not allowed in CloudFormation templates (line 2).",
        Assert.Throws<TemplateException>(() => YamlTemplate.Parse("a: &a [x]\nb: *a\n")).Message);

    [Fact]
    public void Nesting_Without_End_Is_Refused()
    {
        var deep = $"Resources: {new string('[', 100_000)}{new string(']', 100_000)}";

        var refusal = Assert.Throws<TemplateException>(() => YamlTemplate.Parse(deep));

        Assert.Contains("nested too deeply", refusal.Message, StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Unescaped =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
