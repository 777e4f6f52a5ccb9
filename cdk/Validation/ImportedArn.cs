using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Refuses a text that is not an ARN before the CDK splits it, because the CDK's message would not name the construct.</summary>
internal static class ImportedArn
{
    public static string Checked(Construct scope, string id, string arn, TextRule rule) => Tokens.IsIn(arn) || rule.IsAllowed(arn)
        ? arn
        : throw new ArgumentException($"{scope.Node.Path}/{id} {rule.Allowed}, got \"{arn}\"", nameof(arn));
}
