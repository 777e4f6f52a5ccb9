using System.Globalization;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>The RequestIds of events. A deployment that is the same as the last, which failed, is a retry and may keep its own.</summary>
internal sealed class SimulatedRequestIds(CloudFormationSwitches switches, Random random)
{
    private string? last;
    private ResourceVersion? lastTried;
    private int requests;

    /// <summary>Whether the last deployment was a retry under the RequestId of the one before.</summary>
    public bool IsRetry { get; private set; }

    /// <summary>That of a deployment.</summary>
    public string OfDeployment(ResourceVersion target, ResourceVersion? current)
    {
        IsRetry = switches.RetryKeepsRequestId && last is not null && lastTried == target && current != target;
        last = IsRetry ? last! : Next();
        lastTried = target;
        return last;
    }

    /// <summary>A new one.</summary>
    public string Next() => string.Create(
        CultureInfo.InvariantCulture, $"{++requests:x8}-0000-4000-8000-00000000{random.Next(0x10000):x4}");
}
