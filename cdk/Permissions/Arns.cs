using System.Runtime.CompilerServices;
using Amazon.CDK;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>The ARNs that policies name, in the stack's partition, Region and account.</summary>
internal sealed class Arns
{
    // Each of a stack's properties is a call to the CDK's process, so it is asked for them once, not for each job.
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

    /// <summary>Whatever stands behind the path that this stack's service roles have to themselves.</summary>
    public string RolesBelow(string path) => $"arn:{partition}:iam::{account}:role{path}*";

    /// <summary>A foundation model; no Region is the stack's own, an empty one is none.</summary>
    public ModelResource FoundationModel(string modelId, string? inRegion = null) =>
        Model(ModelReference.FoundationModel, modelId, inRegion ?? region, string.Empty);

    public ModelResource AccountModel(string kind, string id) => Model(kind, id, region, account);

    /// <summary>A model of which the ARN is known.</summary>
    public ModelResource Given(string kind, string arn) =>
        new(kind, arn, Bedrock("*", kind == ModelReference.FoundationModel ? string.Empty : account, kind, "*"));

    private ModelResource Model(string kind, string id, string inRegion, string inAccount) =>
        new(kind, Bedrock(inRegion, inAccount, kind, id), Bedrock("*", inAccount, kind, "*"));

    private string Bedrock(string inRegion, string inAccount, string kind, string id) =>
        $"arn:{partition}:bedrock:{inRegion}:{inAccount}:{kind}/{id}";
}
