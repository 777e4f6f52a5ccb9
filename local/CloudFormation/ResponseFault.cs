namespace BatchResource.Local.CloudFormation;

/// <summary>How the delivery of an answer goes wrong.</summary>
public enum ResponseFault
{
    /// <summary>Amazon S3 refuses: 403.</summary>
    Forbidden,

    /// <summary>Amazon S3 fails: 500.</summary>
    ServerError,

    /// <summary>Amazon S3 asks to slow down: 503.</summary>
    SlowDown,

    /// <summary>The connection breaks before an answer.</summary>
    ConnectionReset,

    /// <summary>The answer arrives, but the connection breaks before the sender learns of it.</summary>
    ResetAfterDelivery,

    /// <summary>Amazon S3 takes the answer, and CloudFormation never reads it.</summary>
    Unheard,
}
