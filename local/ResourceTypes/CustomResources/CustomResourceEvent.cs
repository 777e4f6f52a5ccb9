using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>What is sent to the provider.</summary>
/// <param name="Operation"><c>Create</c>, <c>Update</c> or <c>Delete</c>.</param>
/// <param name="Context">The resource.</param>
/// <param name="Properties">The wanted properties, resolved.</param>
internal sealed record CustomResourceEvent(string Operation, ResourceContext Context, JsonObject Properties)
{
    public const string ServiceToken = "ServiceToken";
    public const string ServiceTimeout = "ServiceTimeout";

    public string? PhysicalId { get; init; }

    public JsonObject? OldProperties { get; init; }

    public bool IsRollback { get; init; }

    public JsonObject ToJson(string requestId, string responseUrl)
    {
        var properties = Stringified.Object(Properties);
        var json = new JsonObject
        {
            ["RequestType"] = Operation,
            [ServiceToken] = properties[ServiceToken]?.DeepClone(),
            ["ResponseURL"] = responseUrl,
            ["StackId"] = Context.Stack.Id,
            ["RequestId"] = requestId,
            ["LogicalResourceId"] = Context.LogicalId,
        };
        if (PhysicalId is not null)
            json["PhysicalResourceId"] = PhysicalId;
        json["ResourceType"] = Context.Type;
        json["ResourceProperties"] = properties;
        if (OldProperties is not null)
            json["OldResourceProperties"] = Stringified.Object(OldProperties);
        return json;
    }
}
