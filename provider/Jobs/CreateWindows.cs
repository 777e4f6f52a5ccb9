using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The windows of several events. Each is seen from the time of the first question, because clocks may differ.</summary>
internal sealed class CreateWindows(LifecycleOptions options, TimeProvider time)
{
    private readonly Dictionary<EventMark, CreateWindow> windows = [];

    /// <summary>Whether a job of the event could no longer appear at that time.</summary>
    public bool WereQuiet(EventMark mark, DateTimeOffset at)
    {
        if (!windows.TryGetValue(mark, out var window))
        {
            windows[mark] = window = new CreateWindow(mark.IssuedAt, options, time);
        }

        return at >= window.QuietFrom;
    }
}
