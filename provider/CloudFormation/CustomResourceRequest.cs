using System.Text.Json;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// The envelope of an event. See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">custom resource request objects</see>.
/// </summary>
internal sealed record CustomResourceRequest
{
    /// <summary>What CloudFormation waits for at most, and unless the template says otherwise.</summary>
    public static readonly TimeSpan LongestServiceTimeout = TimeSpan.FromHours(1);

    /// <summary>What is wanted; null when the event says something else, which is answered all the same.</summary>
    public required RequestType? RequestType { get; init; }

    /// <summary>The type in the template, <c>Custom::</c> and a name or <c>AWS::CloudFormation::CustomResource</c>.</summary>
    public string? ResourceType { get; init; }

    public required string RequestId { get; init; }

    public required string StackId { get; init; }

    public required string LogicalResourceId { get; init; }

    /// <summary>Whether it says for whom something is to be done; without one of the ids, another resource could be meant.</summary>
    public bool HasIdentity => RequestId.Length > 0 && StackId.Length > 0 && LogicalResourceId.Length > 0;

    public required ResponseUrl ResponseUrl { get; init; }

    /// <summary>How long CloudFormation waits for the answer, if the event tells it; otherwise an hour.</summary>
    public TimeSpan ServiceTimeout { get; init; } = LongestServiceTimeout;

    /// <summary>The ARN of the function that was invoked; null when Lambda does not tell.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>Null on Create.</summary>
    public string? PhysicalResourceId { get; init; }

    /// <summary>Undefined when the event has none.</summary>
    public JsonElement ResourceProperties { get; init; }

    /// <summary>Undefined unless it is an Update.</summary>
    public JsonElement OldResourceProperties { get; init; }
}

/// <summary>What CloudFormation wants of the resource.</summary>
internal enum RequestType
{
    Create,
    Update,
    Delete,
}
