using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>The transform AWS::LanguageExtensions.</summary>
public sealed class LanguageExtensionTests
{
    private const string Loops = """
        {
          "Transform": "AWS::LanguageExtensions",
          "Parameters": { "Names": { "Type": "CommaDelimitedList", "Default": "A,B" } },
          "Resources": {
            "Fn::ForEach::Queues": ["Name", { "Ref": "Names" }, {
              "Queue${Name}": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": { "Fn::Sub": "q-${Name}" }, "Tag": { "Ref": "Name" } } }
            }],
            "Fn::ForEach::Outer": ["X", ["a-1", "b"], {
              "Fn::ForEach::Inner": ["Y", ["2"], { "Topic&{X}${Y}": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "${X}/${Y}" } } }]
            }]
          }
        }
        """;

    [Fact]
    public void A_Loop_Repeats_Its_Body_Also_In_Loops()
    {
        var template = TemplateReader.Read(Loops);

        Assert.Equal(["QueueA", "QueueB", "Topica12", "Topicb2"], template.Resources.Keys.Order());
        Assert.Equal("""{"QueueName":{"Fn::Sub":"q-A"},"Tag":"A"}""", template.Resources["QueueA"].Properties.ToJsonString());
        Assert.Equal("a-1/2", template.Resources["Topica12"].Properties["TopicName"]!.ToString());
        Assert.True(template.HasExtensions);
    }

    [Fact]
    public void A_Loop_Repeats_Over_The_Values_That_Were_Given() => Assert.Equal(
        ["QueueC", "Topica12", "Topicb2"],
        TemplateReader.Read(Loops, new Dictionary<string, string> { ["Names"] = "C" }).Resources.Keys.Order());

    [Theory]
    [InlineData("""["X", ["a", "a"], { "Q${X}": { "Type": "AWS::SQS::Queue" } }]""", "Template error: Fn::ForEach makes Qa twice")]
    [InlineData("""["X", ["a"]]""", "Template error: Fn::ForEach::L must have a name, a list of strings or a Ref to a parameter, and what to repeat")]
    [InlineData("""["X", { "Ref": "None" }, {}]""", "Template error: Fn::ForEach::L repeats over None, which is no parameter with a value")]
    public void A_Malformed_Loop_Is_Refused(string loop, string message) => Assert.Equal(message, Assert.Throws<TemplateException>(() =>
        TemplateReader.Read($$"""{ "Transform": ["AWS::LanguageExtensions"], "Resources": { "Fn::ForEach::L": {{loop}} } }""")).Message);

    [Fact]
    public void Loops_Without_End_Are_Refused()
    {
        var many = string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"{i}\""));
        var loop = """{ "Q${A}x${B}x${C}x${D}": { "Type": "AWS::SQS::Queue" } }""";
        foreach (var name in "ABCD")
            loop = $$"""{ "Fn::ForEach::{{name}}": ["{{name}}", [{{many}}], {{loop}}] }""";

        var refusal = Assert.Throws<TemplateException>(() => TemplateReader.Read($$"""{ "Transform": "AWS::LanguageExtensions", "Resources": {{loop}} }"""));

        Assert.Equal("Template error: Fn::ForEach repeats too much.", refusal.Message);
    }

    [Fact]
    public async Task Resources_Of_Loops_Are_Deployed_And_Functions_Of_The_Extensions_Work()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync("""
            {
              "Transform": "AWS::LanguageExtensions",
              "Mappings": { "M": { "A": { "B": "c" } } },
              "Resources": {
                "Fn::ForEach::P": ["X", ["One", "Two"], { "P${X}": { "Type": "AWS::SSM::Parameter", "Properties": {
                  "Value": { "Fn::FindInMap": ["M", "A", "Missing", { "DefaultValue": "${X}" }] } } } }]
              },
              "Outputs": { "N": { "Value": { "Fn::Length": ["a", "b"] } } }
            }
            """);

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Equal("Two", stack.Resources["PTwo"].Current.Properties["Value"]!.ToString());
        Assert.Equal("2", Assert.Single(stack.Outputs).Value);
    }
}
