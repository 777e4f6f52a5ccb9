using BatchResource.Local.Front;
using BatchResource.Local.Front.CloudFormation;
using BatchResource.Local.Front.Events;
using BatchResource.Local.Front.Lambda;
using BatchResource.Local.Front.Logs;
using BatchResource.Local.Front.S3;
using BatchResource.Local.Front.Ssm;
using BatchResource.Local.Front.Sts;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;

namespace BatchResource.Local;

/// <summary>The services of the local AWS, by the names that signatures are scoped to.</summary>
internal static class AwsServices
{
    public static IReadOnlyDictionary<string, IAwsService> All(AwsParts parts)
    {
        var sts = new StsOperations(parts.Account, parts.Credentials, parts.Roles, parts.Authorizer);
        var cloudFormation = new CloudFormationOperations(parts.Account, parts.Stacks, parts.Buckets, parts.Authorizer);
        var ssm = new SsmOperations(parts.Account, parts.Parameters, parts.Clock);
        var logs = new LogsOperations(parts.Account, parts.Lambda, parts.Stacks);
        var events = new EventsOperations(parts.Account, parts.Events, parts.Clock);
        return new Dictionary<string, IAwsService>(StringComparer.Ordinal)
        {
            ["bedrock"] = new BedrockService(parts.Bedrock),
            ["cloudformation"] = new QueryService(Verifier("cloudformation"), CloudFormationOperations.Namespace, cloudFormation.All),
            ["events"] = new JsonService(Verifier("events"), events.All),
            ["lambda"] = new LambdaService(parts.Lambda, Verifier("lambda")),
            ["logs"] = new JsonService(Verifier("logs"), logs.All),
            ["s3"] = new S3Service(parts.Buckets, parts.Uploads, parts.Account, Verifier("s3"), parts.Authorizer),
            ["ssm"] = new JsonService(Verifier("ssm"), ssm.All),
            ["sts"] = new QueryService(Verifier("sts"), StsOperations.Namespace, sts.All),
        };

        SignatureVerifier Verifier(string service) => new(parts.Credentials, parts.Account.Region, service, TimeProvider.System);
    }
}
