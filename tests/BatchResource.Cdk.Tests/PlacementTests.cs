using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Tests.Support;
using Match = Amazon.CDK.Assertions.Match;

namespace BatchResource.Cdk.Tests;

/// <summary>Where a job's buckets, role and network are, and who owns them.</summary>
public sealed class PlacementTests : IDisposable
{
    private const string Theirs = "444455556666";

    private readonly TestApp app = new(new Amazon.CDK.Environment { Account = "111122223333", Region = "us-east-1" });

    public void Dispose() => app.Dispose();

    [Fact]
    public void A_Bucket_That_Is_Known_To_Be_Another_Accounts_Is_Said_To_Be()
    {
        var records = TheirBucket("records");
        var job = app.Job(change: props => props with { Input = BatchInferenceInput.FromBucket(records, "in/") });

        var template = app.Synth();

        Assert.Equal(Theirs, Text.Of(template.Job["InputDataConfig"]!["S3InputDataConfig"]!["S3BucketOwner"]));
        Assert.Null(template.Job["OutputDataConfig"]!["S3OutputDataConfig"]!["S3BucketOwner"]);
        Assert.Equal(
            Theirs, Text.Of(template.Statements("JobServiceRole")[1]["Condition"]!["StringEquals"]!["aws:ResourceAccount"]));
        AssertWarning(
            $"Input is a bucket of account {Theirs}: its policy, and its key's policy, must allow the job's role too. The job's Required");
        Assert.NotNull(job);
    }

    [Fact]
    [Trait("rule", "L16")]
    public void The_Policies_That_The_Other_Account_Needs_Are_Generated()
    {
        var stack = new Stack(app.App, "Theirs", new StackProps
        {
            Env = new Amazon.CDK.Environment { Account = Theirs, Region = "us-east-1" },
        });
        var key = new Key(stack, "Key", new KeyProps { Alias = "theirs" });
        var bucket = new Bucket(stack, "Bucket", new BucketProps { BucketName = "their-bucket", EncryptionKey = key });
        var job = app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(TheirBucket("their-bucket"), "in/"),
            Output = BatchInferenceOutput.ToBucket(TheirBucket("their-bucket", "Again"), "out"),
        });
        foreach (var statement in job.RequiredBucketPolicy(bucket))
        {
            bucket.AddToResourcePolicy(statement);
        }

        foreach (var statement in job.RequiredKeyPolicy(key))
        {
            key.AddToResourcePolicy(statement);
        }

        app.Synth();

        var template = app.Template(stack);
        var statements = template.Only("AWS::S3::BucketPolicy")["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray();
        Assert.Equal(
            ["s3:ListBucket on ${BUCKET.Arn}", "s3:GetObject on ${BUCKET.Arn}/in/*", "[s3:GetObject, s3:PutObject] on ${BUCKET.Arn}/out/*"],
            statements.Select(statement => $"{Text.Of(statement!["Action"])} on {Text.Of(statement["Resource"])}"
                .Replace(template.OfType("AWS::S3::Bucket").Keys.Single(), "BUCKET", StringComparison.Ordinal)));
        Assert.All(statements, statement =>
        {
            Assert.Equal("{AWS: arn:${AWS::Partition}:iam::111122223333:root}", Text.Of(statement!["Principal"]));
            Assert.Equal(
                "arn:${AWS::Partition}:iam::111122223333:role/batch-inference/us-east-1/Stack/*",
                Text.Of(statement["Condition"]!["ArnLike"]!["aws:PrincipalArn"]));
        });
        var ofKey = template.Only("AWS::KMS::Key")["Properties"]!["KeyPolicy"]!["Statement"]![1]!;
        Assert.Equal("[kms:Decrypt, kms:GenerateDataKey]", Text.Of(ofKey["Action"]));
        Assert.Equal("s3.us-east-1.${AWS::URLSuffix}", Text.Of(ofKey["Condition"]!["StringEquals"]!["kms:ViaService"]));
        Assert.Empty(Amazon.CDK.Assertions.Annotations.FromStack(app.Stack).FindWarning("*", Match.AnyValue()));
    }

    [Fact]
    public void A_Policy_Of_Another_Account_Names_A_Given_Role_Itself()
    {
        const string Arn = "arn:aws:iam::111122223333:role/mine";
        var bucket = TheirBucket("records");
        var job = app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(bucket, "in/"),
            Role = Role.FromRoleArn(app.Stack, "Mine", Arn),
        });

        Assert.All(job.RequiredBucketPolicy(bucket), statement => Assert.Contains(
            Arn, System.Text.Json.JsonSerializer.Serialize(app.Stack.Resolve(statement.ToStatementJson())), StringComparison.Ordinal));
    }

    [Fact]
    public void A_Policy_Of_Another_Account_Needs_The_Jobs_Own_And_Its_Bucket()
    {
        using var anywhere = new TestApp();
        var job = anywhere.Job();

        Assert.Contains(
            "Stack/Job uses another bucket",
            Assert.Throws<ArgumentException>(() => job.RequiredBucketPolicy(anywhere.Bucket("Other"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "set Env in the props of the job's stack",
            Assert.Throws<InvalidOperationException>(() => job.RequiredBucketPolicy(anywhere.Existing("records"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_Bucket_In_Another_Region_Is_Refused()
    {
        var far = Bucket.FromBucketAttributes(app.Stack, "Far", new BucketAttributes { BucketName = "far", Region = "eu-west-1" });
        app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(far, "in/"),
            Output = BatchInferenceOutput.ToBucket(far, "out"),
        });

        var message = app.SynthError();

        Assert.Contains("Input must be a bucket in the job's Region us-east-1, got one in eu-west-1", message, StringComparison.Ordinal);
        Assert.Contains("Output must be a bucket in the job's Region us-east-1, got one in eu-west-1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Bucket_Is_Named_By_Its_Uri()
    {
        app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromS3Uri("s3://records/in/", Theirs),
            Output = BatchInferenceOutput.ToS3Uri("s3://results/out"),
        });

        var job = app.Synth().Job;

        Assert.Equal(
            $"{{S3Uri: s3://records/in/, S3InputFormat: JSONL, S3BucketOwner: {Theirs}}}",
            Text.Of(job["InputDataConfig"]!["S3InputDataConfig"]));
        Assert.Equal("{S3Uri: s3://results/out/}", Text.Of(job["OutputDataConfig"]!["S3OutputDataConfig"]));
    }

    [Theory]
    [InlineData("https://records.s3.amazonaws.com/in/")]
    [InlineData("records/in")]
    [InlineData("s3://")]
    public void What_Is_No_Uri_Is_Refused_With_The_Constructs_Path(string uri) => Assert.Contains(
        $"Stack/Job: Input must be s3://bucket or s3://bucket/key, got \"{uri}\"",
        Assert.Throws<ArgumentException>(() => app.Job(change: props => props with { Input = BatchInferenceInput.FromS3Uri(uri) })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("dt=2026-11-24/")]
    [InlineData("a+b/")]
    [InlineData("12:30/")]
    [InlineData("Größe/")]
    [InlineData("100%25/")]
    public void A_Key_With_A_Character_That_Bedrock_Refuses_Is_Shown_As_It_Is_With_What_Is_Allowed(string key)
    {
        app.Job(change: props => props with { Input = BatchInferenceInput.FromBucket(app.Existing("records"), key) });

        var message = app.SynthError();

        Assert.Contains($"got \"s3://records/{key}\"", message, StringComparison.Ordinal);
        Assert.Contains("letters a-z and A-Z, digits and / ! - _ . * ' ( )", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Results_Of_A_Job_Are_No_Input_Of_Another()
    {
        var first = app.Job("First");
        app.Job("Second", props => props with { Input = BatchInferenceInput.FromBucket(first.ResultsBucket!, first.ResultsPrefix) });

        var message = app.SynthError();

        Assert.Contains(
            "[Stack/Second] Input reads the results of Stack/First: results are .jsonl.out files", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Folder_Of_Results_As_Input_Is_Warned_Of()
    {
        app.Job("First");
        app.Job("Second", props => props with
        {
            Input = BatchInferenceInput.FromBucket(app.Existing("results"), "out/"),
            Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "other"),
        });

        app.Synth();

        var annotations = Amazon.CDK.Assertions.Annotations.FromStack(app.Stack);
        Assert.Single(annotations.FindWarning(
            "/Stack/Second", Match.StringLikeRegexp("reads the folder in which Stack/First writes its results")));
        Assert.Empty(annotations.FindWarning("/Stack/First", Match.AnyValue()));
    }

    [Fact]
    public void A_Role_Of_The_App_That_Does_Not_Trust_Bedrock_Is_Refused()
    {
        var role = new Role(app.Stack, "Mine", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        app.Job(change: props => props with { Role = role });

        Assert.Contains(
            "[Stack/Job] Role must trust bedrock.amazonaws.com, but its trust policy names lambda.amazonaws.com",
            app.SynthError(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_Role_May_Come_To_Trust_Bedrock_Later()
    {
        var role = new Role(app.Stack, "Mine", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        app.Job(change: props => props with { Role = role });
        role.AssumeRolePolicy!.AddStatements(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["sts:AssumeRole"],
            Principals = [new ServicePrincipal("bedrock.amazonaws.com")],
        }));

        Assert.NotEmpty(app.Synth().Job);
    }

    [Fact]
    public void A_Vpc_Without_Security_Groups_Gets_One_That_Can_Be_Connected_To()
    {
        var vpc = new Vpc(app.Stack, "Vpc", new VpcProps { MaxAzs = 1, RestrictDefaultSecurityGroup = false });
        var job = app.Job(change: props => props with { Vpc = vpc });
        job.Connections.AllowFrom(new Connections_(new ConnectionsProps { SecurityGroups = [Existing()] }), Port.Tcp(443));

        var template = app.Synth();

        var group = Assert.Single(template.OfType("AWS::EC2::SecurityGroup")).Key;
        Assert.Equal($"[${{{group}.GroupId}}]", Text.Of(template.Job["VpcConfig"]!["SecurityGroupIds"]));
        Assert.Single(template.OfType("AWS::EC2::SecurityGroupIngress"));
        Assert.Empty(Amazon.CDK.Assertions.Annotations.FromStack(app.Stack).FindWarning("*", Match.AnyValue()));

        ISecurityGroup Existing() => SecurityGroup.FromSecurityGroupId(app.Stack, "Existing", "sg-1");
    }

    [Fact]
    public void A_Job_Without_A_Vpc_Has_No_Connections() => Assert.Contains(
        "Stack/Job has no security groups, because its Vpc is not set",
        Assert.Throws<InvalidOperationException>(() => app.Job().Connections).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Public_Subnets_Are_Warned_Of()
    {
        var vpc = new Vpc(app.Stack, "Vpc", new VpcProps { MaxAzs = 1, RestrictDefaultSecurityGroup = false });
        app.Job(change: props => props with { Vpc = vpc, VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } });

        app.Synth();

        AssertWarning("VpcSubnets has only public subnets");
    }

    private void AssertWarning(string pattern) => Assert.Single(
        Amazon.CDK.Assertions.Annotations.FromStack(app.Stack).FindWarning("/Stack/Job", Match.StringLikeRegexp(pattern)));

    private IBucket TheirBucket(string name, string? id = null) => Bucket.FromBucketAttributes(
        app.Stack, id ?? name, new BucketAttributes { BucketName = name, Account = Theirs });
}
