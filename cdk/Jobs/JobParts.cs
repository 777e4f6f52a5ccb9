namespace BatchResource.Cdk.Internal;

/// <summary>The model, input and output of a job, in its stack.</summary>
internal sealed record JobParts(BoundModel Model, BoundInput Input, BoundOutput Output);
