namespace BatchResource.Local.CloudFormation;

/// <summary>One PUT that came to a presigned URL.</summary>
/// <param name="ObjectKey">What the URL was for: stack id, logical id and request id, parted by bars.</param>
/// <param name="StatusCode">What was answered; 0 when the connection was broken.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Counted">CloudFormation took notice: the PUT was accepted and the first one for its URL.</param>
public sealed record DeliveredResponse(string ObjectKey, int StatusCode, string Body, bool Counted);
