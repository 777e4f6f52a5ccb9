namespace BatchResource.Local.CloudFormation;

/// <summary>How often each event reaches the provider.</summary>
public enum DeliveryCount
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>Twice, as asynchronous invocation may do.</summary>
    Twice,
}
