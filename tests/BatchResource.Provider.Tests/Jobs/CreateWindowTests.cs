using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>Until when an event may start a job, and from when none of its deliveries can.</summary>
[Trait("rule", "L4")]
public sealed class CreateWindowTests
{
    private static readonly LifecycleOptions Options = new();
    private readonly VirtualTime time = new();

    [Fact]
    public void It_Is_Open_To_Its_Last_Moment()
    {
        var window = new CreateWindow(time.GetUtcNow(), Options, time);
        time.Advance(Options.CreateWindow);
        Assert.False(window.IsClosed);

        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(window.IsClosed);
        Assert.False(window.WasClosed);
        Assert.Equal(TimeSpan.Zero, window.AgeAtFirst);
    }

    [Fact]
    public void A_Delivery_Is_Late_When_The_Event_Is_Older_Than_A_List_May_Lag()
    {
        var issued = time.GetUtcNow();
        time.Advance(Options.ConsistencyLag);
        var first = new CreateWindow(issued, Options, time);
        time.Advance(TimeSpan.FromTicks(1));

        Assert.False(first.IsLateDelivery);
        Assert.True(new CreateWindow(issued, Options, time).IsLateDelivery);
    }

    [Fact]
    public void It_Is_Quiet_When_The_Last_Call_Has_Ended_And_Lists_Show_Its_Job()
    {
        var window = new CreateWindow(time.GetUtcNow(), Options, time);
        time.Advance(Options.CreateWindow + Options.CallTimeout + Options.ConsistencyLag - TimeSpan.FromTicks(1));
        Assert.False(window.IsQuiet);

        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(window.IsQuiet);
    }

    [Fact]
    public void An_Event_From_The_Future_Counts_From_Now_And_So_Does_One_Without_A_Date()
    {
        var end = time.GetUtcNow() + Options.CreateWindow;

        Assert.Equal(end, new CreateWindow(time.GetUtcNow().AddHours(1), Options, time).ClosesAt);
        Assert.Equal(end, new CreateWindow(null, Options, time).ClosesAt);
        Assert.Equal(end.AddSeconds(-5), new CreateWindow(time.GetUtcNow().AddSeconds(-5), Options, time).ClosesAt);
    }

    [Fact]
    public void Of_Several_Events_Each_Has_Its_Own()
    {
        var windows = new CreateWindows(Options, time);
        var mark = EventMark.Of("request-1", time.GetUtcNow());
        var quiet = new CreateWindow(mark.IssuedAt, Options, time).QuietFrom;

        Assert.False(windows.WereQuiet(mark, quiet.AddTicks(-1)));
        Assert.True(windows.WereQuiet(mark, quiet));
        Assert.True(windows.WereQuiet(EventMark.Of("request-2", time.GetUtcNow().AddHours(-1)), time.GetUtcNow()));
    }
}
