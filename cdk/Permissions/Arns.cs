using System.Runtime.CompilerServices;
using Amazon.CDK;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>The ARNs in policies, with the stack's partition, Region and account.</summary>
internal sealed class Arns
{
    // Kept for each stack, and not for each job: every property of a stack is a call to the CDK's process.
    private static readonly ConditionalWeakTable<Stack, Arns> ByStack = [];

    private readonly string partition;
    private readonly string region;
    private readonly string account;

    private Arns(Stack stack)
    {
        partition = stack.Partition;
        region = stack.Region;
        account = stack.Account;
        UrlSuffix = stack.UrlSuffix;
    }

    public string Account => account;

    public string UrlSuffix { get; }

    public string Region => region;

    public static Arns Of(Stack stack) => ByStack.GetValue(stack, static of => new Arns(of));

    public string AllJobs => Bedrock(region, account, "model-invocation-job", "*");

    public string AllKeys => $"arn:{partition}:kms:{region}:{account}:key/*";

    public string Ec2(string type, string id) => $"arn:{partition}:ec2:{region}:{account}:{type}/{id}";

    /// <summary>All roles below the path. Only this stack's service roles have that path.</summary>
    public string RolesBelow(string path) => $"arn:{partition}:iam::{account}:role{path}*";

    /// <summary>A foundation model. Null means the stack's Region, an empty text means no Region.</summary>
    public ModelResource FoundationModel(string modelId, string? inRegion = null) =>
        Model(ModelReference.FoundationModel, modelId, inRegion ?? region, string.Empty);

    public ModelResource AccountModel(string kind, string id) => Model(kind, id, region, account);

    /// <summary>A model whose ARN is known.</summary>
    public ModelResource Given(string kind, string arn) =>
        new(kind, arn, Bedrock("*", kind == ModelReference.FoundationModel ? string.Empty : account, kind, "*"));

    private ModelResource Model(string kind, string id, string inRegion, string inAccount) =>
        new(kind, Bedrock(inRegion, inAccount, kind, id), Bedrock("*", inAccount, kind, "*"));

    private string Bedrock(string inRegion, string inAccount, string kind, string id) =>
        $"arn:{partition}:bedrock:{inRegion}:{inAccount}:{kind}/{id}";
}
