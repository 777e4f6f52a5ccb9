using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Tests.Time;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>What CloudFormation makes of answers that break its rules.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task No_Answer_Fails_After_The_Service_Timeout()
    {
        var clock = new ManualTime();
        var (stack, events) = await CreateAsync(_ => LetPass(clock, TimeSpan.FromSeconds(30)), Job("""{ "ServiceTimeout": 30 }"""), clock: clock);

        var requestId = events[0]["RequestId"];
        Assert.Contains(History(stack, "Job"), line => line.StartsWith(
            "CREATE_FAILED: CloudFormation did not receive a response from your Custom Resource. "
            + $"Please check your logs for requestId [{requestId}].",
            StringComparison.Ordinal));
        Assert.Matches("^stack-Job-[A-Z0-9]{12}$", events[1]["PhysicalResourceId"]!.ToString());
        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
    }

    [Fact]
    public async Task No_Answer_Fails_After_An_Hour_When_There_Is_No_Service_Timeout()
    {
        var clock = new ManualTime();
        var waitsAfter59Minutes = false;
        var (stack, _) = await CreateAsync(
            async _ =>
            {
                await LetPass(clock, TimeSpan.FromMinutes(59));
                waitsAfter59Minutes = clock.PendingTimers > 0;
                return await LetPass(clock, TimeSpan.FromMinutes(1));
            },
            clock: clock);

        Assert.True(waitsAfter59Minutes);
        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
    }

    [Fact]
    public async Task An_Answer_Of_4097_Bytes_Is_Too_Long()
    {
        var (stack, events) = await CreateAsync(e => PutAsync(e, WithLength(e, 4097)));

        Assert.Contains("CREATE_FAILED: Response object is too long.", History(stack, "Job"));
        Assert.Equal(2, events.Count);
    }

    [Fact]
    public async Task An_Answer_Of_4096_Bytes_Is_Not()
    {
        var (stack, _) = await CreateAsync(e => PutAsync(e, WithLength(e, 4096)));

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_Physical_Id_That_Is_Empty_Or_Missing_Is_Invalid(string? physicalId)
    {
        var (stack, events) = await CreateAsync(e =>
        {
            var answer = Answer(e, "SUCCESS", "x");
            answer["PhysicalResourceId"] = physicalId;
            return PutAsync(e, answer.ToJsonString());
        });

        Assert.Contains("CREATE_FAILED: Invalid PhysicalResourceId", History(stack, "Job"));
        Assert.Matches("^stack-Job-[A-Z0-9]{12}$", events[1]["PhysicalResourceId"]!.ToString());
    }

    [Theory]
    [InlineData(1024, StackStatus.CreateComplete)]
    [InlineData(1025, StackStatus.RollbackComplete)]
    public async Task A_Physical_Id_Has_At_Most_1024_Bytes(int length, string expected)
    {
        var (stack, _) = await CreateAsync(e => SucceedAsync(e, new string('x', length)));

        Assert.Equal(expected, stack.Status);
    }

    [Fact]
    public async Task A_Null_Reason_Is_A_Failure_Even_With_Success()
    {
        var (stack, _) = await CreateAsync(e =>
        {
            var answer = Answer(e, "SUCCESS", "job");
            answer["Reason"] = null;
            return PutAsync(e, answer.ToJsonString());
        });

        Assert.Contains("CREATE_FAILED: Response Reason must be a string", History(stack, "Job"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{ "Status": "SUCCESS", "PhysicalResourceId": "x", "StackId": "other" }""")]
    public async Task A_Malformed_Answer_Fails_At_Once(string body)
    {
        var (stack, events) = await CreateAsync(e => PutAsync(e, body));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Equal(2, events.Count);
        Assert.DoesNotContain(History(stack, "Job"), line => line.Contains("did not receive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Malformed_Answer_Is_Ignored_When_The_Switch_Says_So()
    {
        var (stack, _) = await CreateAsync(
            async e =>
            {
                await PutAsync(e, "not json");
                return await SucceedAsync(e);
            },
            behavior: new() { MalformedAnswer = MalformedAnswer.IsIgnored });

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
    }

    [Fact]
    public async Task A_Status_That_Is_Neither_Success_Nor_Failed_Is_Malformed()
    {
        var (stack, _) = await CreateAsync(e => PutAsync(e, Answer(e, "DONE", "x").ToJsonString()));

        Assert.Contains("CREATE_FAILED: Response status must be SUCCESS or FAILED, got \"DONE\"", History(stack, "Job"));
    }

    [Fact]
    public async Task The_First_Answer_Counts()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = async e =>
        {
            await SucceedAsync(e, "first");
            await FailAsync(e, "second");
        };

        var stack = await aws.CreateAsync(Template(("Job", Job())));

        Assert.Equal("first", stack.Resources["Job"].Current.PhysicalId);
    }

    [Theory]
    [InlineData(DeliveryCount.Once, 1)]
    [InlineData(DeliveryCount.Twice, 2)]
    public async Task An_Event_Can_Be_Delivered_Twice_With_The_Same_Request_Id(DeliveryCount delivery, int count)
    {
        var (stack, events) = await CreateAsync(e => SucceedAsync(e), behavior: new() { EventDelivery = delivery });

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Equal(count, events.Count);
        Assert.Single(events.Select(e => e["RequestId"]!.ToString()).Distinct());
    }

    private static async Task<(StackState Stack, IReadOnlyList<JsonObject> Events)> CreateAsync(
        Func<JsonObject, Task<int>> onCreate,
        JsonObject? job = null,
        CloudFormationBehavior? behavior = null,
        TimeProvider? clock = null)
    {
        await using var aws = await Stacks.StartAsync(behavior, providerClock: clock);
        aws.Lambda.OnEvent = e => e["RequestType"]!.ToString() == "Create" ? onCreate(e) : SucceedAsync(e);
        var stack = await aws.CreateAsync(Template(("Job", job ?? Job())));
        return (stack, aws.Lambda.Events);
    }

    /// <summary>Once CloudFormation waits for the answer.</summary>
    private static Task<int> LetPass(ManualTime clock, TimeSpan time)
    {
        clock.AdvanceWhenPending(time);
        return Task.FromResult(0);
    }

    private static string WithLength(JsonObject e, int bytes)
    {
        var answer = Answer(e, "SUCCESS", "job");
        answer["Data"] = new JsonObject { ["Padding"] = "" };
        answer["Data"]!["Padding"] = new string('x', bytes - answer.ToJsonString().Length);
        return answer.ToJsonString();
    }
}
