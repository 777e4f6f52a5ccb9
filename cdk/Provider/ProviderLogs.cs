using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The provider's own log group. Lambda would create one that is kept for ever and that no stack deletes.</summary>
internal static class ProviderLogs
{
    public static LogGroup Create(Construct scope, BatchInferenceProviderProps props)
    {
        if (props.EncryptionKey is { } key)
        {
            var stack = Stack.Of(scope);

            // A pattern, because the key's policy comes before the log group, which has no name yet.
            var logGroups = $"arn:{stack.Partition}:logs:{stack.Region}:{stack.Account}:log-group:*";
            key.GrantEncryptDecrypt(new ServicePrincipal($"logs.{stack.Region}.{stack.UrlSuffix}", new ServicePrincipalOpts
            {
                Conditions = Statements.Condition("ArnLike", "kms:EncryptionContext:aws:logs:arn", logGroups),
            }));
        }

        return new LogGroup(scope, "Logs", new LogGroupProps
        {
            Retention = props.LogRetention ?? RetentionDays.ONE_MONTH,
            RemovalPolicy = props.LogRemovalPolicy ?? RemovalPolicy.DESTROY,
            EncryptionKey = props.EncryptionKey,
        });
    }
}
