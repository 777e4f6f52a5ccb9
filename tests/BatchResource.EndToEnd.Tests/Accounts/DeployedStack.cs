namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>The stack after a deployment.</summary>
/// <param name="Status">Where the deployment ended.</param>
/// <param name="JobArn">The job in its output.</param>
internal sealed record DeployedStack(string Status, string JobArn);
