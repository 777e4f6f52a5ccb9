using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Contract;
using Match = Amazon.CDK.Assertions.Match;

namespace BatchResource.Cdk.Tests;

[Trait("rule", "L14")]
public sealed class ValidationTests
{
    // "..." stands for the rest of the contract's sentence.
    private static readonly Dictionary<string, Func<TestApp, BatchInferenceJobProps, BatchInferenceJobProps>> Broken = new()
    {
        ["JobName must be 1-63 letters ... got \"under_score\""] =
            (_, props) => props with { JobName = "under_score" },
        ["Role must be the ARN of an IAM role ... got \"arn:aws:iam::111122223333:user/me\""] =
            (app, props) => props with { Role = Role.FromRoleArn(app.Stack, "Me", "arn:aws:iam::111122223333:user/me") },
        ["Model must be the id or ARN of a foundation model ... got \"no model\""] =
            (_, props) => props with { Model = BatchInferenceModel.FromId("no model") },
        ["Input must be s3://bucket ... got \"s3://records/in//\""] =
            (app, props) => props with { Input = BatchInferenceInput.FromBucket(app.Existing("records"), "in//") },
        ["Input (bucketOwner) must be the 12 digits of an AWS account, got \"1234\""] =
            (app, props) => props with { Input = BatchInferenceInput.FromBucket(app.Existing("records"), "in/", "1234") },
        ["Output must be s3://bucket ... got \"s3://results/o ut/\""] =
            (app, props) => props with { Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "o ut") },
        ["Output (bucketOwner) must be the 12 digits of an AWS account, got \"owner\""] =
            (app, props) => props with { Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", null, "owner") },
        ["SecurityGroups (with Vpc) must be a list of 1-5 ... got 0 elements"] =
            (app, props) => props with { VpcSubnets = Subnets(app, 1) },
        ["SecurityGroups (with Vpc) must be a list of 1-5 ... got 6 elements"] =
            (app, props) => props with { VpcSubnets = Subnets(app, 1), SecurityGroups = Groups(app, 6) },
        ["VpcSubnets must be a list of 1-16 ... got 17 elements"] =
            (app, props) => props with { VpcSubnets = Subnets(app, 17), SecurityGroups = Groups(app, 1) },
        ["SecurityGroups need Vpc, which is not set"] =
            (app, props) => props with { SecurityGroups = Groups(app, 1) },
        ["VpcSubnets need Vpc, which is not set"] =
            (_, props) => props with { VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } },
        ["Timeout (in hours) must be ... 24-168 ... got \"169\""] =
            (_, props) => props with { Timeout = Duration.Hours(169) },
        ["Timeout (in hours) must be a whole number ... 24-168 ... got \"24.5\""] =
            (_, props) => props with { Timeout = Duration.Minutes(1_470) },
        ["Revision must be ... at most 256 characters ... got"] =
            (_, props) => props with { Revision = new string('x', 257) },
        ["Revision starts a new job, but Bedrock never frees the name \"nightly\" of the old one: leave out JobName"] =
            (_, props) => props with { JobName = "nightly", Revision = "2" },
        ["Output (\"in/out/\") must not be within Input (\"in/\") in the same bucket"] =
            (app, props) => props with
            {
                Input = BatchInferenceInput.FromBucket(app.Existing("records"), "in/"),
                Output = BatchInferenceOutput.ToBucket(app.Existing("records"), "in/out"),
            },
        ["Output (\"\") must not be within Input (\"\") in the same bucket"] =
            (app, props) => props with
            {
                Input = BatchInferenceInput.FromBucket(app.Existing("records")),
                Output = BatchInferenceOutput.ToBucket(app.Existing("records")),
            },
        ["JobName must be 1-63 letters ... got \"xxxxx"] =
            (_, props) => props with { JobName = new string('x', 64) },
        ["Timeout (in hours) must be ... 24-168 ... got \"23\""] =
            (_, props) => props with { Timeout = Duration.Hours(23) },
        ["VpcSubnets[0] must be 1-32 letters, digits or '-', got \"net_1\""] =
            (app, props) => props with
            {
                VpcSubnets = new SubnetSelection { Subnets = [Subnet.FromSubnetId(app.Stack, "Net", "net_1")] },
                SecurityGroups = Groups(app, 1),
            },
        ["SecurityGroups (with Vpc)[0] must be 1-32 letters, digits or '-', got \"group_1\""] =
            (app, props) => props with
            {
                VpcSubnets = Subnets(app, 1),
                SecurityGroups = [SecurityGroup.FromSecurityGroupId(app.Stack, "Group", "group_1")],
            },
        ["Output (encryptionKey) must be ... got \"arn:aws:kms:us-east-1:1:key/x\""] =
            (app, props) => props with
            {
                Output = BatchInferenceOutput.ToBucket(
                    app.Existing("results"), "out", Key.FromKeyArn(app.Stack, "Key", "arn:aws:kms:us-east-1:1:key/x")),
            },
        ["InvocationType must be InvokeModel or Converse, got \"7\""] =
            (_, props) => props with { InvocationType = (ModelInvocationType)7 },
        ["WaitFor must be Submitted or Validated, got \"7\""] =
            (_, props) => props with { WaitFor = (WaitFor)7 },
        ["Tags[0].Key must be ... got \"\""] =
            (_, props) => props with { Tags = new Dictionary<string, string> { [""] = "value" } },
        ["Tags[0].Key must be 1-128 ... got \"kkkkk"] =
            (_, props) => props with { Tags = new Dictionary<string, string> { [new string('k', 129)] = "value" } },
        ["Tags[0].Value must be at most 256 letters ... got \"a#b\""] =
            (_, props) => props with { Tags = new Dictionary<string, string> { ["key"] = "a#b" } },
        ["Tags must be a list of at most 50 ... got 51 elements"] =
            (_, props) => props with { Tags = Enumerable.Range(0, 51).ToDictionary(number => $"key{number}", _ => "value") },
    };

    public static TheoryData<string> Messages => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_Broken_Constraint_Names_Construct_Property_Value_And_What_Is_Allowed(string message)
    {
        using var app = new TestApp();
        app.Job(change: props => Broken[message](app, props));

        var pattern = string.Join(".*", message.Split(" ... ").Select(Regex.Escape));
        Assert.Matches($@"(?m)^ *\[Stack/Job\] {pattern}", app.SynthError());
    }

    [Fact]
    public void Every_Problem_Of_Every_Job_Is_Reported_At_Once()
    {
        using var app = new TestApp();
        app.Job("One", props => props with { JobName = "under_score", Timeout = Duration.Hours(1) });
        app.Job("Two", props => props with
        {
            Input = BatchInferenceInput.FromBucket(app.Existing("records"), "in.csv"),
            Revision = new string('x', 300),
        });

        var message = app.SynthError();

        Assert.Contains("[Stack/One] JobName", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/One] Timeout", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Two] Input", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Two] Revision", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_Is_Reported_For_Values_That_Only_CloudFormation_Knows()
    {
        using var app = new TestApp();
        CfnParameter Parameter(string id, string type = "String") => new(app.Stack, id, new CfnParameterProps { Type = type });
        var bucket = Bucket.FromBucketName(app.Stack, "Bucket", Parameter("BucketName").ValueAsString);
        app.Job(change: props => props with
        {
            JobName = Parameter("JobName").ValueAsString,
            Model = BatchInferenceModel.FromId(Parameter("ModelId").ValueAsString),
            Role = Role.FromRoleArn(app.Stack, "Role", Parameter("RoleArn").ValueAsString),
            Input = BatchInferenceInput.FromBucket(bucket, Parameter("Key").ValueAsString, Parameter("InputOwner").ValueAsString),
            Output = BatchInferenceOutput.ToBucket(bucket, Parameter("Prefix").ValueAsString, null, Parameter("OutputOwner").ValueAsString),
            VpcSubnets = new SubnetSelection { Subnets = [Subnet.FromSubnetId(app.Stack, "Subnet", Parameter("SubnetId").ValueAsString)] },
            SecurityGroups = [SecurityGroup.FromSecurityGroupId(app.Stack, "Group", Parameter("GroupId").ValueAsString)],
            Timeout = Duration.Hours(Parameter("Hours", "Number").ValueAsNumber),
            Tags = new Dictionary<string, string> { ["team"] = Parameter("Team").ValueAsString },
        });

        var job = app.Synth().Job;

        Assert.Equal("${JobName}", Text.Of(job["JobName"]));
        Assert.Equal("${ModelId}", Text.Of(job["ModelId"]));
        Assert.Equal("${RoleArn}", Text.Of(job["RoleArn"]));
        Assert.Equal(
            "{S3Uri: s3://${BucketName}/${Key}, S3InputFormat: JSONL, S3BucketOwner: ${InputOwner}}",
            Text.Of(job["InputDataConfig"]!["S3InputDataConfig"]));
        Assert.Equal(
            "{S3Uri: s3://${BucketName}/${Prefix}/, S3BucketOwner: ${OutputOwner}}",
            Text.Of(job["OutputDataConfig"]!["S3OutputDataConfig"]));
        Assert.Equal("{SubnetIds: [${SubnetId}], SecurityGroupIds: [${GroupId}]}", Text.Of(job["VpcConfig"]));
        Assert.Equal("${Hours}", Text.Of(job["TimeoutDurationInHours"]));
        Assert.Equal("[{Key: team, Value: ${Team}}]", Text.Of(job["Tags"]));
    }

    [Fact]
    public void A_Vpc_With_Subnets_From_A_List_Parameter_Is_Not_Counted()
    {
        using var app = new TestApp();
        var vpc = Vpc.FromVpcAttributes(app.Stack, "Vpc", new VpcAttributes
        {
            VpcId = "vpc-1",
            AvailabilityZones = ["us-east-1a"],
            PrivateSubnetIds = [new CfnParameter(app.Stack, "SubnetId").ValueAsString],
        });
        app.Job(change: props => props with { Vpc = vpc, SecurityGroups = Groups(app, 1) });

        Assert.Equal("{SubnetIds: [${SubnetId}], SecurityGroupIds: [sg-0]}", Text.Of(app.Synth().Job["VpcConfig"]));
    }

    [Fact]
    public void A_Name_That_The_Next_Content_Could_Not_Have_Is_A_Warning()
    {
        using var app = new TestApp();
        var records = Enumerable.Repeat(BatchRecord.Nova("x"), 100);
        app.Job(change: props => props with { JobName = "nightly", Input = BatchInferenceInput.FromRecords(records) });

        var annotations = Amazon.CDK.Assertions.Annotations.FromStack(app.Stack);

        Assert.Single(annotations.FindWarning("/Stack/Job", Match.StringLikeRegexp("Bedrock never frees the name \"nightly\"")));
    }

    [Fact]
    public void A_Name_That_Only_CloudFormation_Knows_Conflicts_With_Nothing()
    {
        using var app = new TestApp();
        var records = Enumerable.Repeat(BatchRecord.Nova("x"), 100);
        app.Job(change: props => props with
        {
            JobName = new CfnParameter(app.Stack, "JobName").ValueAsString,
            Revision = new CfnParameter(app.Stack, "Revision").ValueAsString,
            Input = BatchInferenceInput.FromRecords(records),
        });

        Assert.Equal("${Revision}", Text.Of(app.Synth().Job["Revision"]));
        Assert.Empty(Amazon.CDK.Assertions.Annotations.FromStack(app.Stack).FindWarning("*", Match.AnyValue()));
    }

    private static SubnetSelection Subnets(TestApp app, int count) => new()
    {
        Subnets = [.. Enumerable.Range(0, count).Select(number => Subnet.FromSubnetId(app.Stack, $"subnet-{number}", $"subnet-{number}"))],
    };

    private static ISecurityGroup[] Groups(TestApp app, int count) =>
        [.. Enumerable.Range(0, count).Select(number => SecurityGroup.FromSecurityGroupId(app.Stack, $"sg-{number}", $"sg-{number}"))];
}
