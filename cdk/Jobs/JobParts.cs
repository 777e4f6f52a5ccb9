using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>The model, input, output and network of a job, in its stack.</summary>
internal sealed record JobParts(BoundModel Model, BoundInput Input, BoundOutput Output, VpcSettings? Vpc);
