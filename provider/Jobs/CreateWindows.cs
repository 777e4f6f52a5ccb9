using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The windows of several events, each seen from when it was first asked for: clocks may differ.</summary>
internal sealed class CreateWindows(LifecycleOptions options, TimeProvider time)
{
    private readonly Dictionary<EventMark, CreateWindow> windows = [];

    /// <summary>Whether no job of the event could come up any more at that time.</summary>
    public bool WereQuiet(EventMark mark, DateTimeOffset at)
    {
        if (!windows.TryGetValue(mark, out var window))
        {
            windows[mark] = window = new CreateWindow(mark.IssuedAt, options, time);
        }

        return at >= window.QuietFrom;
    }
}
