using System.Net;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class FaultTests : ControlPlaneTest
{
    public static TheoryData<Fault, HttpStatusCode, string?> Answers => new()
    {
        { Fault.Throttle, HttpStatusCode.TooManyRequests, "ThrottlingException" },
        { Fault.InternalServerError, HttpStatusCode.InternalServerError, "InternalServerException" },
        { Fault.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, null },
        { Fault.EmptyBody, HttpStatusCode.OK, null },
        { new Fault.Error(400, "ServiceQuotaExceededException", "enough"), HttpStatusCode.BadRequest, "ServiceQuotaExceededException" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_Fault_Before_The_Effect_Keeps_It_From_Happening(Fault fault, HttpStatusCode status, string? errorType)
    {
        await StartAsync(new BedrockOptions { Faults = new Scripted(before: fault) });

        var answer = await CreateAsync();

        Assert.Equal((status, errorType), (answer.Status, answer.ErrorType));
        Assert.Empty(ControlPlane.Jobs);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_Fault_After_The_Effect_Only_Changes_The_Answer(Fault fault, HttpStatusCode status, string? errorType)
    {
        await StartAsync(new BedrockOptions { Faults = new Scripted(after: fault) });

        var answer = await CreateAsync();

        Assert.Equal((status, errorType), (answer.Status, answer.ErrorType));
        Assert.Single(ControlPlane.Jobs);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_Reset_Loses_The_Answer_And_On_One_Side_The_Effect(bool before, int jobs)
    {
        var reset = Fault.ConnectionReset;
        await StartAsync(new BedrockOptions { Faults = before ? new Scripted(before: reset) : new Scripted(after: reset) });

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync());

        Assert.Equal(jobs, ControlPlane.Jobs.Count);
        Assert.Null(Assert.Single(ControlPlane.Calls).StatusCode);
    }

    [Fact]
    public async Task Silence_Lasts_Until_The_Caller_Gives_Up()
    {
        await StartAsync(new BedrockOptions { Faults = new Scripted(after: Fault.NoAnswer) });

        var call = CreateAsync();

        Assert.True(SpinWait.SpinUntil(() => ControlPlane.Calls.Count == 1, TimeSpan.FromSeconds(60)));
        Assert.False(call.IsCompleted);
        Assert.Single(ControlPlane.Jobs);
        Http.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    [Fact]
    public async Task The_Injector_Sees_What_Is_Called_How_Often_And_By_Whom()
    {
        var faults = new Scripted();
        await StartAsync(new BedrockOptions { Faults = faults });

        await CreateJobAsync();
        await GetAsync("/model-invocation-jobs");
        await CreateJobAsync("job-2");

        Assert.Equal(
            ["CreateModelInvocationJob 1/1 test job-1", "ListModelInvocationJobs 2/1 test ", "CreateModelInvocationJob 3/2 test job-2"],
            faults.Seen.Select(call =>
                $"{call.Operation} {call.Number}/{call.OperationNumber} {call.Caller.AccessKeyId} {call.Input["jobName"]}"));
    }

    [Fact]
    public async Task Throttling_Of_A_Share_Is_The_Same_For_The_Same_Seed()
    {
        var first = await ThrottledAsync();
        var second = await ThrottledAsync();

        Assert.Equal(first, second);
        Assert.InRange(first.Count(throttled => throttled), 5, 35);

        async Task<List<bool>> ThrottledAsync()
        {
            await StartAsync(new BedrockOptions { Faults = new RandomThrottling(0.2, seed: 7) });
            var throttled = new List<bool>();
            for (var i = 0; i < 100; i++)
                throttled.Add((await GetAsync("/model-invocation-jobs")).ErrorType == "ThrottlingException");
            return throttled;
        }
    }

    private sealed class Scripted(Fault? before = null, Fault? after = null) : IFaultInjector
    {
        public List<BedrockCall> Seen { get; } = [];

        public ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken)
        {
            Seen.Add(call);
            return new(before);
        }

        public ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken) => new(after);
    }
}
