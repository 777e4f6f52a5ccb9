using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class ScheduleTests
{
    [Fact]
    public async Task A_Schedule_Of_A_Stack_Invokes_Its_Function()
    {
        await using var aws = await Stacks.StartAsync();
        var invoked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        aws.Lambda.OnEvent = _ =>
        {
            invoked.TrySetResult();
            return Task.CompletedTask;
        };

        var stack = await aws.CreateAsync(Template(Role("scheduler.amazonaws.com"), Schedule()));
        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        await invoked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await aws.DeleteAsync();

        Assert.Equal("hello", aws.Lambda.Events[0]["text"]!.ToString());
    }

    [Fact]
    public async Task A_Role_That_Scheduler_Cannot_Assume_Fails_The_Schedule()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Template(Role("lambda.amazonaws.com"), Schedule()));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains(stack.Events, e => e.ResourceStatusReason?.Contains("assume the role", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_Schedule_That_Is_Not_Supported_Is_Found_Before_The_Deployment()
    {
        await using var aws = await Stacks.StartAsync();

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(Template(
            Role("scheduler.amazonaws.com"), Schedule("cron(0 8 * * ? *)"))));

        Assert.Equal(
            "Resources.Schedule: ScheduleExpression must be rate(...), such as rate(5 minutes), got \"cron(0 8 * * ? *)\"", refusal.Message);
    }

    private static (string, JsonObject) Schedule(string expression = "rate(1 minute)") => ("Schedule", Resource("AWS::Scheduler::Schedule", $$"""
        {
          "ScheduleExpression": "{{expression}}",
          "FlexibleTimeWindow": { "Mode": "OFF" },
          "Target": {
            "Arn": "{{Provider}}",
            "RoleArn": { "Fn::GetAtt": ["Role", "Arn"] },
            "Input": "{\"text\":\"hello\",\"RequestType\":\"none\",\"LogicalResourceId\":\"none\"}"
          }
        }
        """));

    private static (string, JsonObject) Role(string trusted) => ("Role", Resource("AWS::IAM::Role", $$"""
        {
          "AssumeRolePolicyDocument": {
            "Statement": [{ "Effect": "Allow", "Principal": { "Service": "{{trusted}}" }, "Action": "sts:AssumeRole" }]
          },
          "Policies": [{
            "PolicyName": "Invoke",
            "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "{{Provider}}" }] }
          }]
        }
        """));
}
