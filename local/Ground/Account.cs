namespace BatchResource.Local.Ground;

/// <summary>The account and Region that a control plane serves.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">The Region's code.</param>
/// <param name="Partition">The partition: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>.</param>
public sealed record Account(string AccountId, string Region, string Partition = "aws")
{
    /// <summary>The account of examples, in us-east-1.</summary>
    public static Account Default { get; } = new("123456789012", "us-east-1");

    /// <summary>The ARN of a job by its id.</summary>
    internal string JobArn(string jobId) => $"arn:{Partition}:bedrock:{Region}:{AccountId}:model-invocation-job/{jobId}";
}
