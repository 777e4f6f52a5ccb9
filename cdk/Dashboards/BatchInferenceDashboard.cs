using Amazon.CDK.AWS.CloudWatch;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// A CloudWatch dashboard for jobs. For each model it shows how much waits and how fast it is processed. For each provider of this app it
/// shows how often the provider ran, failed and was throttled, and the errors in its log.
/// </summary>
public sealed class BatchInferenceDashboard : Construct
{
    /// <summary>Creates a dashboard.</summary>
    /// <param name="scope">The parent construct, usually the stack of the jobs.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="props">The jobs to show, and the name.</param>
    /// <exception cref="ArgumentException"><see cref="BatchInferenceDashboardProps.Jobs"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">An imported job has no <see cref="BatchInferenceJobAttributes.ModelId"/>.</exception>
    public BatchInferenceDashboard(Construct scope, string id, BatchInferenceDashboardProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (props.Jobs is not { Count: > 0 })
        {
            throw new ArgumentException(
                $"{Node.Path}: {nameof(BatchInferenceDashboardProps.Jobs)} must have at least one job, got none", nameof(props));
        }

        Dashboard = new Dashboard(this, "Resource", new DashboardProps { DashboardName = props.DashboardName });
        foreach (var row in DashboardRows.Of(props.Jobs))
        {
            Dashboard.AddWidgets(row);
        }
    }

    /// <summary>The CDK's dashboard. Add widgets of your own to it.</summary>
    public Dashboard Dashboard { get; }
}
