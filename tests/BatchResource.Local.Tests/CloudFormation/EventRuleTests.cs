using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Events;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class EventRuleTests
{
    private const string RuleArn = "arn:aws:events:us-east-1:123456789012:rule/ended";

    [Fact]
    public async Task A_Rule_Invokes_Its_Function_With_The_Event_It_Selects()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(Rule("Completed"), Permission()));

        aws.Service.Events.Put(Event("Completed"));
        aws.Service.Events.Put(Event("Failed"));

        var delivery = Assert.Single(aws.Service.Events.Deliveries);
        Assert.Equal((RuleArn, Provider, EventOutcome.Invoked), (delivery.RuleArn, delivery.TargetArn, delivery.Outcome));
        Assert.Equal("Completed", Assert.Single(aws.Lambda.Events)["detail"]!["status"]!.ToString());
    }

    [Fact]
    public async Task Without_A_Permission_The_Function_Is_Not_Invoked()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(Rule("Completed")));

        aws.Service.Events.Put(Event("Completed"));

        Assert.Equal(EventOutcome.Failed, Assert.Single(aws.Service.Events.Deliveries).Outcome);
        Assert.Empty(aws.Lambda.Events);
    }

    [Fact]
    public async Task A_Permission_For_Another_Rule_Does_Not_Help()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(Rule("Completed"), Permission("arn:aws:events:us-east-1:123456789012:rule/other")));

        aws.Service.Events.Put(Event("Completed"));

        Assert.Equal(EventOutcome.Failed, Assert.Single(aws.Service.Events.Deliveries).Outcome);
    }

    [Fact]
    public async Task Targets_That_Are_No_Functions_Are_Recorded()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(Rule("Completed", "arn:aws:sqs:us-east-1:123456789012:queue")));

        aws.Service.Events.Put(Event("Completed"));

        var delivery = Assert.Single(aws.Service.Events.Deliveries);
        Assert.Equal(EventOutcome.Recorded, delivery.Outcome);
        Assert.Contains("Completed", delivery.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Rule_Ends_With_Its_Stack()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(Rule("Completed"), Permission()));
        await aws.DeleteAsync();

        aws.Service.Events.Put(Event("Completed"));

        Assert.Empty(aws.Service.Events.Deliveries);
    }

    [Fact]
    public async Task A_Changed_Pattern_Counts_From_The_Update_On()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(Rule("Completed"), Permission()));
        await aws.UpdateAsync(Template(Rule("Failed"), Permission()));

        aws.Service.Events.Put(Event("Completed"));
        aws.Service.Events.Put(Event("Failed"));

        Assert.Equal("Failed", Assert.Single(aws.Lambda.Events)["detail"]!["status"]!.ToString());
    }

    [Fact]
    public async Task A_Pattern_That_Is_Not_Supported_Is_Found_Before_The_Deployment()
    {
        await using var aws = await Stacks.StartAsync();
        var rule = Resource("AWS::Events::Rule", """{ "EventPattern": { "source": [{ "cidr": "x" }] } }""");

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(Template(("Rule", rule))));

        Assert.Equal("""Resources.Rule: Event pattern is not supported: {"cidr":"x"} at source""", refusal.Message);
    }

    private static (string, JsonObject) Rule(string status, string target = Provider) => ("Rule", Resource("AWS::Events::Rule", $$"""
        {
          "Name": "ended",
          "EventPattern": { "source": ["aws.bedrock"], "detail": { "status": ["{{status}}"] } },
          "Targets": [{ "Id": "t", "Arn": "{{target}}" }]
        }
        """));

    private static (string, JsonObject) Permission(string sourceArn = RuleArn) => ("Permission", Resource("AWS::Lambda::Permission", $$"""
        {
          "Action": "lambda:InvokeFunction",
          "FunctionName": "{{Provider}}",
          "Principal": "events.amazonaws.com",
          "SourceArn": "{{sourceArn}}"
        }
        """));

    private static JsonObject Event(string status) => new()
    {
        ["source"] = "aws.bedrock",
        ["RequestType"] = "none",
        ["LogicalResourceId"] = "none",
        ["detail"] = new JsonObject { ["status"] = status },
    };
}
