using System.Globalization;
using Amazon.Lambda.RuntimeSupport.Internal;

namespace BatchResource.Shims.Tests.Lambda;

public sealed class LambdaContextTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(30_000)]
    [InlineData(-1)]
    public void RemainingTime_Is_What_The_Deadline_Leaves(int milliseconds)
    {
        var deadline = Now.AddMilliseconds(milliseconds).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Context(("Lambda-Runtime-Deadline-Ms", deadline)).RemainingTime);
    }

    [Fact]
    public void Without_A_Deadline_No_Time_Remains() => Assert.True(Context().RemainingTime < TimeSpan.Zero);

    private static LambdaContext Context(params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
            response.Headers.Add(name, value);
        return new LambdaContext(response.Headers, new StoppedClock());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
