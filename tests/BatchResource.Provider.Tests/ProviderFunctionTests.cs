using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests;

/// <summary>The function as it is put together.</summary>
[Trait("rule", "L1")]
public sealed class ProviderFunctionTests
{
    [Fact]
    public void What_The_SDK_Does_Not_Take_Is_The_Answer_To_Every_Event()
    {
        var time = new VirtualTime();
        var box = new AnswerBox(time);
        using var answers = new HttpClient(box);
        var function = ProviderFunction.Create(
            new ProviderOptions(new LifecycleOptions(), Problem: null),
            _ => throw new TypeInitializationException("Sdk", new ArgumentException("AWS_DEFAULTS_MODE must be known")),
            answers,
            Stream.Null,
            time,
            () => 1);

        time.Run(() => function.HandleAsync(
            TestEvent.Element(TestEvent.Payload()), new SimulatedContext(time, TimeSpan.FromMinutes(15), "request")));

        var answer = Assert.Single(box.Answers);
        Assert.Equal("FAILED", AnswerBox.Text(answer, "Status"));
        Assert.Contains("AWS_DEFAULTS_MODE must be known", AnswerBox.Text(answer, "Reason"), StringComparison.Ordinal);
    }
}
