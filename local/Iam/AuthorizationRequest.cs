namespace BatchResource.Local.Iam;

/// <summary>One thing that a principal wants to do.</summary>
/// <param name="Caller">Whose credentials signed the call.</param>
/// <param name="Action">Service prefix and operation, such as <c>bedrock:StopModelInvocationJob</c>.</param>
/// <param name="ResourceArn">The ARN it acts on, or <c>*</c>.</param>
/// <param name="Context">Condition keys and their values, such as <c>iam:PassedToService</c>; most have one value.</param>
public sealed record AuthorizationRequest(
    CallerIdentity Caller,
    string Action,
    string ResourceArn,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Context);
