using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Contract;

namespace BatchResource.Cdk.Tests.Snapshots;

/// <summary>One small stack for each feature.</summary>
internal static class Features
{
    /// <summary>The account of every ARN that is given.</summary>
    public const string Account = "123456789012";

    /// <summary>Other accounts, which own buckets.</summary>
    public static readonly IReadOnlyList<string> Owners = ["444455556666", "777788889999"];

    public static IReadOnlyDictionary<string, Action<TestApp>> All { get; } = new Dictionary<string, Action<TestApp>>
    {
        ["required-props"] = app => app.Job(),
        ["every-prop"] = EveryProp,
        ["local-records"] = LocalRecords,
        ["inference-profile"] = app => app.Job(change: props => props with
        {
            Model = BatchInferenceModel.FromInferenceProfile("us.anthropic.claude-3-haiku-20240307-v1:0"),
        }),
        ["application-profile"] = app => app.Job(change: props => props with
        {
            Model = BatchInferenceModel.FromApplicationInferenceProfile(
                $"arn:aws:bedrock:us-east-1:{Account}:application-inference-profile/abcdefghijkl",
                BatchInferenceModel.FromInferenceProfile("us.anthropic.claude-3-haiku-20240307-v1:0")),
        }),
        ["custom-model"] = app => app.Job(change: props => props with
        {
            Model = BatchInferenceModel.FromCustomModel(
                $"arn:aws:bedrock:us-east-1:{Account}:custom-model/amazon.nova-micro-v1:0/abcdefghijkl"),
        }),
        ["cli-json"] = CliJson,
        ["vpc-and-keys"] = VpcAndKeys,
        ["given-role"] = app => app.Job(change: props => props with
        {
            Role = new Role(app.Stack, "Role", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") }),
        }),
        ["shared-role"] = SharedRole,
        ["grants"] = Grants,
        ["events"] = Events,
        ["wait-for-completion"] = app =>
        {
            var completion = app.Job().WaitForCompletion(Duration.Hours(12));
            _ = new CfnOutput(app.Stack, "Successes", new CfnOutputProps { Value = completion.SuccessRecordCount });
        },
        ["own-provider"] = OwnProvider,
        ["deployed-provider"] = app =>
        {
            const string Arn = $"arn:aws:lambda:us-east-1:{Account}:function:provider";
            var provider = BatchInferenceProvider.FromServiceToken(app.Stack, "Provider", Arn);
            app.Job(change: props => props with { Provider = provider });
        },
        ["two-jobs"] = app =>
        {
            app.Job("One");
            app.Job("Two");
        },
    };

    private static void EveryProp(TestApp app) => app.Job(change: props => props with
    {
        JobName = "nightly-7",
        Input = BatchInferenceInput.FromBucket(app.Existing("records"), "in/", Owners[0]),
        Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", bucketOwner: Owners[1]),
        Timeout = Duration.Days(2),
        InvocationType = ModelInvocationType.Converse,
        Tags = new Dictionary<string, string> { ["team"] = "support" },
        WaitFor = WaitFor.Validated,
        RemovalPolicy = RemovalPolicy.RETAIN,
    });

    private static void LocalRecords(TestApp app)
    {
        var records = Enumerable.Range(1, 100).Select(number => BatchRecord.Nova($"question {number}"));
        app.Job(change: props => props with { Input = BatchInferenceInput.FromRecords(records), Revision = "2026-11-22" });
    }

    private static void CliJson(TestApp app)
    {
        var path = Path.Combine(app.Folder, "job.json");
        File.WriteAllText(path, """
            {
              "jobName": "from-the-cli",
              "modelId": "amazon.nova-micro-v1:0",
              "inputDataConfig": { "s3InputDataConfig": { "s3Uri": "s3://records/in/" } },
              "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://results/out/" } },
              "timeoutDurationInHours": 72,
              "tags": [{ "key": "team", "value": "support" }]
            }
            """);
        var definition = BatchInferenceJobDefinition.FromCliJson(path);
        _ = new BatchInferenceJob(app.Stack, "Job", definition.ToProps(app.Stack, "Definition"));
    }

    private static void VpcAndKeys(TestApp app)
    {
        var vpc = new Vpc(app.Stack, "Vpc", new VpcProps
        {
            MaxAzs = 1,
            NatGateways = 0,
            SubnetConfiguration = [new SubnetConfiguration { Name = "isolated", SubnetType = SubnetType.PRIVATE_ISOLATED }],
        });
        vpc.AddGatewayEndpoint("S3", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });
        var records = new Bucket(app.Stack, "Records", new BucketProps { EncryptionKey = new Key(app.Stack, "RecordsKey") });
        app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(records, "in/"),
            Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", new Key(app.Stack, "ResultsKey")),
            Vpc = vpc,
            SecurityGroups = [new SecurityGroup(app.Stack, "Group", new SecurityGroupProps { Vpc = vpc })],
        });
    }

    private static void SharedRole(TestApp app)
    {
        var role = new Role(app.Stack, "Role", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") });
        _ = new Amazon.CDK.AWS.IAM.Policy(role, "Labels", new PolicyProps
        {
            Roles = [role],
            Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["s3:GetObjectTagging"], Resources = ["*"] })],
        });
        app.Job("One", props => props with { Role = role });
        app.Job("Two", props => props with { Role = role, Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "two") });
    }

    private static void Grants(TestApp app)
    {
        var job = app.Job();
        var reader = new Role(app.Stack, "Reader", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        job.GrantRead(reader);
        job.GrantStop(reader);
        job.GrantReadResults(reader);
    }

    private static void Events(TestApp app)
    {
        var topic = new Topic(app.Stack, "Topic");
        var job = app.Job();
        job.OnCompleted("Completed", new OnEventOptions { Target = new SnsTopic(topic) });
        job.OnFailed("Failed", new OnEventOptions { Target = new SnsTopic(topic) });
    }

    private static void OwnProvider(TestApp app)
    {
        var provider = new BatchInferenceProvider(app.Stack, "Provider", new BatchInferenceProviderProps
        {
            MemorySize = 1024,
            EncryptionKey = new Key(app.Stack, "Key"),
            ReservedConcurrentExecutions = 10,
            LogRemovalPolicy = RemovalPolicy.RETAIN,
        });
        app.Job(change: props => props with { Provider = provider });
    }
}
