using Amazon.CDK.AWS.CloudWatch;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// A CloudWatch dashboard for jobs: for each model what waits and how fast it is processed, for each provider of this app how often it ran,
/// failed and was throttled, and the errors in its log.
/// </summary>
public sealed class BatchInferenceDashboard : Construct
{
    /// <summary>Declares a dashboard.</summary>
    /// <param name="scope">The scope, usually the stack of the jobs.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="props">What it shows.</param>
    /// <exception cref="ArgumentException">There are no jobs.</exception>
    /// <exception cref="InvalidOperationException">A job is imported and its model is not known.</exception>
    public BatchInferenceDashboard(Construct scope, string id, BatchInferenceDashboardProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (props.Jobs is not { Count: > 0 })
        {
            throw new ArgumentException($"{Node.Path}: {nameof(BatchInferenceDashboardProps.Jobs)} must have one job at least, got none", nameof(props));
        }

        Dashboard = new Dashboard(this, "Resource", new DashboardProps { DashboardName = props.DashboardName });
        foreach (var row in DashboardRows.Of(props.Jobs))
        {
            Dashboard.AddWidgets(row);
        }
    }

    /// <summary>The dashboard, to add widgets of your own below.</summary>
    public Dashboard Dashboard { get; }
}
