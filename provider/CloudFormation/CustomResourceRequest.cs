using System.Text.Json;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// The envelope of an event. See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">custom resource request objects</see>.
/// </summary>
internal sealed record CustomResourceRequest
{
    /// <summary>The longest time that CloudFormation waits, and the default.</summary>
    public static readonly TimeSpan LongestServiceTimeout = TimeSpan.FromHours(1);

    /// <summary>What CloudFormation wants. Null if the event has another value, which is answered too.</summary>
    public required RequestType? RequestType { get; init; }

    /// <summary>The type in the template, <c>Custom::</c> and a name or <c>AWS::CloudFormation::CustomResource</c>.</summary>
    public string? ResourceType { get; init; }

    public required string RequestId { get; init; }

    public required string StackId { get; init; }

    public required string LogicalResourceId { get; init; }

    /// <summary>Whether the event says which resource it is about. Without one of the ids, it could be another resource.</summary>
    public bool HasIdentity => RequestId.Length > 0 && StackId.Length > 0 && LogicalResourceId.Length > 0;

    public required ResponseUrl ResponseUrl { get; init; }

    /// <summary>How long CloudFormation waits for the answer. An hour if the event does not say it.</summary>
    public TimeSpan ServiceTimeout { get; init; } = LongestServiceTimeout;

    /// <summary>The ARN of the invoked function; null if Lambda does not report it.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>Null on Create.</summary>
    public string? PhysicalResourceId { get; init; }

    /// <summary>Undefined when the event has none.</summary>
    public JsonElement ResourceProperties { get; init; }

    /// <summary>Undefined unless it is an Update.</summary>
    public JsonElement OldResourceProperties { get; init; }
}

/// <summary>What CloudFormation wants to do with the resource.</summary>
internal enum RequestType
{
    Create,
    Update,
    Delete,
}
