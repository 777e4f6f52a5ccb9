using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// The role that Bedrock assumes to run a job, with the trust policy of
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-iam-sr.html">Create a service role for batch inference</see>.
/// </summary>
internal static class ServiceRole
{
    /// <summary>
    /// The path of the roles that one stack creates for its jobs. No other role has it. So one statement lets the provider pass all of them
    /// and no other role.
    /// </summary>
    public static string Path => $"/batch-inference/{Aws.REGION}/{Aws.STACK_NAME}/";

    private static readonly ConditionalWeakTable<Stack, IPrincipal> Trusted = [];

    /// <summary>
    /// The given role, or a new one. If this app created the given role, the statements are added to it. This app must not change an
    /// imported role.
    /// </summary>
    public static IRole GetOrCreate(Construct scope, Stack stack, IRole? given, IEnumerable<Dictionary<string, object>> statements)
    {
        if (given is null)
        {
            return Create(scope, stack, statements);
        }

        GivenRole.Of(given).Allow(statements);
        return given;
    }

    /// <summary>
    /// Creates a role for these statements. Other statements make another role. So an update that changes what a job may do does not touch
    /// the old job's role. The old job still runs, and a rollback makes it the stack's job again.
    /// </summary>
    private static Role Create(Construct scope, Stack stack, IEnumerable<Dictionary<string, object>> statements)
    {
        var policy = PolicyDocument.FromJson(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = statements.ToArray(),
        });
        return new Role(scope, $"ServiceRole{ResolvedMark.Of(stack, policy)}", new RoleProps
        {
            Path = Path,
            Description = "Lets Amazon Bedrock run a batch inference job",
            AssumedBy = Trusted.GetValue(stack, BedrockFor),
            InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
            {
                ["BatchInference"] = policy,
            },
        });
    }

    private static ServicePrincipal BedrockFor(Stack stack) => new("bedrock.amazonaws.com", new ServicePrincipalOpts
    {
        Conditions = Statements.Conditions(
            ("StringEquals", "aws:SourceAccount", Arns.Of(stack).Account),
            ("ArnEquals", "aws:SourceArn", Arns.Of(stack).AllJobs)),
    });
}
