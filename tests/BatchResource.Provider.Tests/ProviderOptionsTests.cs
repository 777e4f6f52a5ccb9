using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests;

/// <summary>The environment can change how long the provider waits, within reason, and says all that is wrong with it at once.</summary>
public sealed class ProviderOptionsTests
{
    private static readonly Dictionary<string, Func<LifecycleOptions, TimeSpan>> Variables = new(StringComparer.Ordinal)
    {
        ["BATCHRESOURCE_CREATE_WINDOW"] = options => options.CreateWindow,
        ["BATCHRESOURCE_CALL_TIMEOUT"] = options => options.CallTimeout,
        ["BATCHRESOURCE_ROLE_PROPAGATION"] = options => options.RolePropagation,
        ["BATCHRESOURCE_POLICY_PROPAGATION"] = options => options.PolicyPropagation,
        ["BATCHRESOURCE_CONSISTENCY_LAG"] = options => options.ConsistencyLag,
        ["BATCHRESOURCE_STOP_WAIT"] = options => options.StopWait,
        ["BATCHRESOURCE_POLL_INTERVAL"] = options => options.PollInterval,
        ["BATCHRESOURCE_BACKOFF_BASE"] = options => options.BackoffBase,
        ["BATCHRESOURCE_BACKOFF_LIMIT"] = options => options.BackoffLimit,
    };

    public static TheoryData<string> Names => [.. Variables.Keys];

    [Fact]
    public void Every_Option_Has_Its_Default()
    {
        var defaults = new LifecycleOptions
        {
            CreateWindow = TimeSpan.FromSeconds(150),
            CallTimeout = TimeSpan.FromSeconds(15),
            RolePropagation = TimeSpan.FromMinutes(2),
            PolicyPropagation = TimeSpan.FromMinutes(1),
            ConsistencyLag = TimeSpan.FromSeconds(10),
            StopWait = TimeSpan.FromMinutes(10),
            PollInterval = TimeSpan.FromSeconds(5),
            BackoffBase = TimeSpan.FromMilliseconds(200),
            BackoffLimit = TimeSpan.FromSeconds(20),
        };
        Assert.Equal(new ProviderOptions(defaults, null), ProviderOptions.Read(_ => null));
        Assert.Equal(new ProviderOptions(defaults, null), ProviderOptions.Read(_ => string.Empty));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_Variable_Changes_Its_Option_And_No_Other(string name)
    {
        var options = ProviderOptions.Read(variable => variable == name ? "1.25" : null);
        Assert.Null(options.Problem);
        var changed = Variables.Where(pair => pair.Value(options.Lifecycle) != pair.Value(new LifecycleOptions())).Select(pair => pair.Key);
        Assert.Equal([name], changed);
        Assert.Equal(TimeSpan.FromSeconds(1.25), Variables[name](options.Lifecycle));
    }

    [Theory]
    [InlineData("0.001", 0.001)]
    [InlineData("3600", 3600)]
    [InlineData(".5", 0.5)]
    public void The_Limits_Are_Allowed(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ReadStopWait(text).Lifecycle.StopWait);

    [Theory]
    [InlineData("0")]
    [InlineData("0.0009")]
    [InlineData("3600.1")]
    [InlineData("99999999999999999999999")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("5s")]
    [InlineData("00:00:05")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData(" ")]
    public void Anything_Else_Is_A_Problem_And_Counts_As_Not_Set(string text)
    {
        var options = ReadStopWait(text);
        Assert.Equal($"BATCHRESOURCE_STOP_WAIT must be a number of seconds, 0.001-3600, got \"{text}\"", options.Problem);
        Assert.Equal(new LifecycleOptions(), options.Lifecycle);
    }

    [Fact]
    public void All_Problems_Are_Told_At_Once()
    {
        var problem = ProviderOptions.Read(_ => "soon").Problem!;
        Assert.Equal(Variables.Keys, problem.Split("; ").Select(part => part.Split(' ')[0]));
    }

    private static ProviderOptions ReadStopWait(string text) =>
        ProviderOptions.Read(name => name == "BATCHRESOURCE_STOP_WAIT" ? text : null);
}
