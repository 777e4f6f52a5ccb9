using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.Lambda;
using BatchResource.Local.S3;

namespace BatchResource.Local.ResourceTypes;

/// <summary>What a <see cref="LocalCloudFormation"/> works with.</summary>
internal sealed record LocalCloudFormationOptions
{
    /// <summary>Runs the providers.</summary>
    public required ILambdaHost Lambda { get; init; }

    public Account Account { get; init; } = Account.Default;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The clock by which providers must answer, and by which the URLs for their answers expire.</summary>
    public TimeProvider ProviderClock { get; init; } = TimeProvider.System;

    public CloudFormationBehavior Behavior { get; init; } = new();

    /// <summary>Failures to simulate, by logical id; may be changed between operations.</summary>
    public IReadOnlyDictionary<string, SimulatedFailure> Failures { get; init; } = new Dictionary<string, SimulatedFailure>();

    /// <summary>What goes wrong with the n-th answer, counted from one.</summary>
    public Func<int, ResponseFault?>? ResponseFault { get; init; }

    /// <summary>Which events EventBridge loses.</summary>
    public Func<JsonObject, bool>? LosesEvent { get; init; }

    /// <summary>With it the URLs for answers are https.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Learns what the templates say of roles and policies.</summary>
    public IamRegistry Roles { get; init; } = new();

    /// <summary>Holds the assets, and the buckets of the templates.</summary>
    public required ILocalBuckets Buckets { get; init; }

    /// <summary>Is told of every event, on any thread.</summary>
    public Action<StackState, StackEvent>? Observer { get; init; }

    /// <summary>Whether a resource type that is not known is taken for one that does nothing.</summary>
    public bool SimulateUnknownTypes { get; init; }

    /// <summary>Is told of every change of a stack that is no event.</summary>
    public Action<StackState>? Save { get; init; }
}
