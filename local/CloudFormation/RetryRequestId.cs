namespace BatchResource.Local.CloudFormation;

/// <summary>The request id of an event when a failed deployment is tried again.</summary>
public enum RetryRequestId
{
    /// <summary>Another one.</summary>
    New,

    /// <summary>The one of the failed deployment, as reported in aws-cdk#35957.</summary>
    Same,
}
