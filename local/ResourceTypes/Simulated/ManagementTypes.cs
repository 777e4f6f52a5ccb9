using BatchResource.Local.Ssm;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>Logs, metrics, Systems Manager and what the CDK adds.</summary>
internal static class ManagementTypes
{
    public static IEnumerable<SimulatedType> All(ParameterStore parameters) =>
    [
        new("AWS::Logs::LogGroup")
        {
            PhysicalId = resource => resource.Named("LogGroupName", 512),
            ReplacedBy = ["LogGroupName"],
            Attributes = new() { ["Arn"] = resource => resource.Arn("logs", $"log-group:{resource.PhysicalId}:*") },
        },
        new("AWS::Logs::MetricFilter")
        {
            PhysicalId = resource => resource.Named("FilterName", 512),
            ReplacedBy = ["FilterName", "LogGroupName"],
        },
        new("AWS::SSM::Parameter")
        {
            PhysicalId = resource => resource.Named("Name", 1011),
            ReplacedBy = ["Name"],
            Attributes = new()
            {
                ["Type"] = resource => resource.Text("Type"),
                ["Value"] = resource => resource.Text("Value"),
            },
            Put = resource => parameters.Put(
                resource.PhysicalId, resource.Text("Value") ?? "", resource.Text("Type") ?? "String", resource.Text("Description")),
            Remove = resource => parameters.Remove(resource.PhysicalId),
        },
        new("AWS::CloudWatch::Alarm")
        {
            PhysicalId = resource => resource.Named("AlarmName", 255),
            ReplacedBy = ["AlarmName"],
            Attributes = new() { ["Arn"] = resource => resource.Arn("cloudwatch", $"alarm:{resource.PhysicalId}") },
        },
        new("AWS::CloudWatch::Dashboard")
        {
            PhysicalId = resource => resource.Named("DashboardName", 255),
            ReplacedBy = ["DashboardName"],
        },
        new("AWS::CDK::Metadata") { PhysicalId = resource => resource.GeneratedName() },
    ];
}
