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
    /// The path of the roles that one stack creates for its jobs. Nothing else is named below it, so one statement lets the provider
    /// pass all of them, however many, and no other role.
    /// </summary>
    public static string Path => $"/batch-inference/{Aws.REGION}/{Aws.STACK_NAME}/";

    private static readonly ConditionalWeakTable<Stack, IPrincipal> Trusted = [];

    /// <summary>
    /// The given role, with the statements added if it is this app's own (this app must not change an imported one), or a new one.
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
    /// A role for these statements: others make another role. An update that changes what a job may do leaves the old job's role alone, for
    /// it still runs, and is the stack's job again after a rollback.
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
