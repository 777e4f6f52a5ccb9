using BatchResource.Local.ResourceTypes.Simulated;

namespace BatchResource.Local.ResourceTypes.WaitConditions;

/// <summary>The handle of a wait condition: a presigned URL that anybody may signal who knows it.</summary>
internal static class WaitConditionTypes
{
    public static IEnumerable<SimulatedType> All(WaitHandles handles) =>
    [
        new("AWS::CloudFormation::WaitConditionHandle") { PhysicalId = handles.Open },
    ];
}
