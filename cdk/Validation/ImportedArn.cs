using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Refuses what is no ARN before the CDK takes it apart, since its message would not say which construct it is about.</summary>
internal static class ImportedArn
{
    public static string Checked(Construct scope, string id, string arn, TextRule rule) => Tokens.IsIn(arn) || rule.IsAllowed(arn)
        ? arn
        : throw new ArgumentException($"{scope.Node.Path}/{id} {rule.Allowed}, got \"{arn}\"", nameof(arn));
}
