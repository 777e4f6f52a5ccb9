using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.Scheduler;
using BatchResource.Local.Tests.Time;

namespace BatchResource.Local.Tests.Scheduler;

/// <summary>A schedule invokes its function with its role, from its creation to its end date.</summary>
public sealed class EventSchedulerTests
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:provider";
    private const string RoleArn = "arn:aws:iam::123456789012:role/scheduler";
    private const string AccountId = "123456789012";

    private readonly ManualTime time = new();
    private readonly IamRegistry roles = new();
    private readonly List<string> invocations = [];

    public EventSchedulerTests() => PutRole("scheduler.amazonaws.com", Function);

    [Fact]
    public async Task A_Schedule_Invokes_Its_Function_At_Every_Interval()
    {
        await using var scheduler = Start();
        scheduler.Put(Schedule());

        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty(invocations);
        time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal([$"{Function} input", $"{Function} input"], invocations);
    }

    [Fact]
    public async Task After_Its_End_Date_It_Invokes_Nothing()
    {
        await using var scheduler = Start();
        scheduler.Put(Schedule() with { EndDate = time.GetUtcNow() + TimeSpan.FromMinutes(12) });

        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(2, invocations.Count);
    }

    [Fact]
    public async Task A_Deleted_Schedule_Invokes_Nothing_And_A_Changed_One_Counts_From_The_Change()
    {
        await using var scheduler = Start();
        scheduler.Put(Schedule());
        time.Advance(TimeSpan.FromMinutes(4));
        scheduler.Put(Schedule() with { Input = "other" });
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty(invocations);
        time.Advance(TimeSpan.FromMinutes(1));
        scheduler.Remove("schedule");

        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal([$"{Function} other"], invocations);
    }

    [Theory]
    [InlineData("lambda.amazonaws.com", AccountId)]
    [InlineData("scheduler.amazonaws.com", "999999999999")]
    public async Task A_Role_That_Scheduler_Cannot_Assume_Is_Refused(string trusted, string sourceAccount)
    {
        await using var scheduler = Start();
        PutRole(trusted, Function, sourceAccount);

        var refusal = Assert.Throws<InvalidOperationException>(() => scheduler.Put(Schedule()));

        Assert.Contains("must allow AWS EventBridge Scheduler to assume the role", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Role_That_May_Not_Invoke_The_Function_Invokes_Nothing()
    {
        await using var scheduler = Start();
        PutRole("scheduler.amazonaws.com", $"{Function}-of-another");
        scheduler.Put(Schedule());

        time.Advance(TimeSpan.FromHours(1));

        Assert.Empty(invocations);
    }

    [Theory]
    [InlineData("rate(1 minute)", 1)]
    [InlineData("rate(5 minutes)", 5)]
    [InlineData("rate(2 hours)", 120)]
    [InlineData("rate(1 day)", 1440)]
    [InlineData("rate(0 minutes)", null)]
    [InlineData("rate(5 seconds)", null)]
    [InlineData("rate(-5 minutes)", null)]
    [InlineData("cron(0 8 * * ? *)", null)]
    public void Rates_Are_Read(string expression, int? minutes) =>
        Assert.Equal(minutes, ScheduleExpression.Interval(expression)?.TotalMinutes is { } total ? (int)total : null);

    private static Schedule Schedule() => new("schedule", TimeSpan.FromMinutes(5), null, Function, RoleArn, "input");

    private EventScheduler Start() => new(
        time,
        new RoleAuthorizer(roles, Account.Default),
        AccountId,
        (function, payload) => invocations.Add($"{function} {Encoding.UTF8.GetString(payload.Span)}"));

    private void PutRole(string trusted, string function, string sourceAccount = AccountId) => roles.PutRole(new(RoleArn, "scheduler")
    {
        TrustPolicy = JsonNode.Parse($$"""
            {
              "Statement": {
                "Effect": "Allow", "Principal": { "Service": "{{trusted}}" }, "Action": "sts:AssumeRole",
                "Condition": { "StringEquals": { "aws:SourceAccount": "{{sourceAccount}}" } }
              }
            }
            """)!.AsObject(),
        Inline = new Dictionary<string, JsonObject>
        {
            ["Invoke"] = JsonNode.Parse($$"""
                { "Statement": { "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "{{function}}" } }
                """)!.AsObject(),
        },
    });
}
