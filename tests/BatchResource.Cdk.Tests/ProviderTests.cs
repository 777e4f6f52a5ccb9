using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Tests.Snapshots;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests;

public sealed class ProviderTests
{
    private const string FunctionType = "AWS::Lambda::Function";

    [Fact]
    public void All_Jobs_Of_A_Stack_Share_One_Function()
    {
        using var app = new TestApp();
        app.Job("One");
        app.Job("Two");

        var template = app.Synth();

        var function = Assert.Single(template.OfType(FunctionType)).Key;
        Assert.All(template.OfType(Template.JobType).Values, job =>
            Assert.Equal($"${{{function}.Arn}}", Text.Of(job["Properties"]!["ServiceToken"])));
    }

    [Fact]
    [Trait("rule", "L12")]
    public void The_Stack_Of_A_Provider_Cannot_Go_Before_The_Jobs_Of_Other_Stacks()
    {
        using var app = new TestApp(context: ("@aws-cdk/core:defaultCrossStackReferences", "weak"));
        var provider = new BatchInferenceProvider(new Amazon.CDK.Stack(app.App, "Shared"), "Provider");
        app.Job(change: props => props with { Provider = provider });

        Assert.StartsWith("${Import Shared:", Text.Of(app.Synth().Job["ServiceToken"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Code_Can_Be_A_Bundle_Of_Ones_Own_With_The_Same_Handler_And_Runtime()
    {
        using var app = new TestApp();
        var bucket = Bucket.FromBucketName(app.Stack, "Bundles", "bundles");
        _ = new BatchInferenceProvider(app.Stack, BatchInferenceProvider.DefaultId, new BatchInferenceProviderProps
        {
            Code = Code.FromBucket(bucket, "provider.zip"),
        });
        app.Job();

        var function = Assert.Single(app.Synth().OfType(FunctionType)).Value["Properties"]!;

        Assert.Equal("provider.zip", (string?)function["Code"]!["S3Key"]);
        Assert.Equal("BatchResource.Provider", (string?)function["Handler"]);
        Assert.Equal("dotnet10", (string?)function["Runtime"]);
    }

    [Fact]
    public void The_Architecture_Chooses_The_Function_And_Its_Bundle_Together()
    {
        using var app = new TestApp();
        using var other = new TestApp();
        _ = new BatchInferenceProvider(other.Stack, BatchInferenceProvider.DefaultId, new BatchInferenceProviderProps
        {
            Architecture = Architecture.ARM_64,
        });

        var x86 = FunctionOf(app);
        var arm = FunctionOf(other);

        Assert.Equal("x86_64", x86.Architecture);
        Assert.Equal("arm64", arm.Architecture);
        Assert.Equal(Published("linux-x64"), x86.Bundle);
        Assert.Equal(Published("linux-arm64"), arm.Bundle);

        static (string? Architecture, byte[] Bundle) FunctionOf(TestApp app)
        {
            app.Job();
            var function = Assert.Single(app.Synth().OfType(FunctionType)).Value["Properties"]!;
            Assert.Equal("BatchResource.Provider", (string?)function["Handler"]);
            Assert.Equal("dotnet10", (string?)function["Runtime"]);
            var bundle = Path.Combine(app.App.Outdir, $"asset.{function["Code"]!["S3Key"]}");
            return ((string?)Assert.Single(function["Architectures"]!.AsArray()), File.ReadAllBytes(bundle));
        }
    }

    [Fact]
    public void Another_Architecture_Needs_Code_Of_Its_Own()
    {
        using var app = new TestApp();

        var refusal = Assert.Throws<ArgumentException>(() => new BatchInferenceProvider(app.Stack, "Provider", new BatchInferenceProviderProps
        {
            Architecture = Architecture.Custom("riscv"),
        }));

        Assert.StartsWith(
            "Architecture must be X86_64 or ARM_64, got \"riscv\"; to use another one, set Code too",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_Stack_Has_Its_Own_Function_Nested_Stacks_And_Stages_Too()
    {
        using var app = new TestApp();
        app.Job();
        Stack[] others =
        [
            new Stack(app.App, "Other"),
            new NestedStack(app.Stack, "Nested"),
            new Stack(new Stage(app.App, "Stage"), "Staged"),
        ];
        foreach (var stack in others)
        {
            _ = new BatchInferenceJob(stack, "Job", new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                Input = BatchInferenceInput.FromBucket(Amazon.CDK.AWS.S3.Bucket.FromBucketName(stack, "Records", "records"), "in/"),
                Output = BatchInferenceOutput.ToBucket(Amazon.CDK.AWS.S3.Bucket.FromBucketName(stack, "Results", "results")),
            });
        }

        var assembly = app.Synth();

        Assert.Single(assembly.OfType(FunctionType));
        Assert.All(others, stack => Assert.Single(app.Template(stack).OfType(FunctionType)));
    }

    [Fact]
    public void The_Function_Runs_The_Bundle_As_Long_As_Lambda_Allows()
    {
        using var app = new TestApp();
        app.Job();

        var template = app.Synth();

        var function = template.PropertiesOf(FunctionType);
        Assert.Equal("dotnet10", Text.Of(function["Runtime"]));
        Assert.Equal("BatchResource.Provider", Text.Of(function["Handler"]));
        Assert.Equal("[x86_64]", Text.Of(function["Architectures"]));
        Assert.Equal("900", Text.Of(function["Timeout"]));
        Assert.Equal("512", Text.Of(function["MemorySize"]));
        Assert.Equal("960", Text.Of(template.Job["ServiceTimeout"]));
        var settings = template.PropertiesOf("AWS::Lambda::EventInvokeConfig");
        Assert.Equal("300", Text.Of(settings["MaximumEventAgeInSeconds"]));
        Assert.Equal("2", Text.Of(settings["MaximumRetryAttempts"]));
    }

    [Fact]
    public void The_Bundle_Is_The_Published_Provider_And_Every_App_Has_The_Same()
    {
        using var first = new TestApp();
        using var second = new TestApp();
        first.Job();
        second.Job("Another");

        var key = Text.Of(first.Synth().PropertiesOf(FunctionType)["Code"]!["S3Key"]);

        Assert.Equal(key, Text.Of(second.Synth().PropertiesOf(FunctionType)["Code"]!["S3Key"]));
        Assert.Equal(Published("linux-x64"), File.ReadAllBytes(Path.Combine(first.App.Outdir, $"asset.{key}")));
    }

    private static byte[] Published(string name) =>
        File.ReadAllBytes(RepositoryFiles.PathOf($"artifacts/provider/{name}.zip"));

    [Fact]
    [Trait("rule", "L16")]
    public void The_Function_Writes_Its_Own_Logs_Only_And_They_Do_Not_Stay_For_Ever()
    {
        using var app = new TestApp();
        app.Job();

        var template = app.Synth();

        var logs = Assert.Single(template.OfType("AWS::Logs::LogGroup"));
        Assert.Equal("30", Text.Of(logs.Value["Properties"]!["RetentionInDays"]));
        Assert.Equal("Delete", (string?)logs.Value["DeletionPolicy"]);
        Assert.Equal($"${{{logs.Key}}}", Text.Of(template.PropertiesOf(FunctionType)["LoggingConfig"]!["LogGroup"]));
        Assert.Equal([$"${{{logs.Key}.Arn}}"], template.Allowed("logs:PutLogEvents", "BatchInferenceProviderRole"));
        Assert.Null(template.Named("AWS::IAM::Role", "BatchInferenceProviderRole")["Properties"]!["ManagedPolicyArns"]);
    }

    [Theory]
    [InlineData("required-props")]
    [InlineData("events")]
    [InlineData("grants")]
    [InlineData("own-provider")]
    public void Nobody_Outside_The_Account_May_Invoke_The_Function(string feature)
    {
        using var app = new TestApp();
        Features.All[feature](app);

        var template = app.Synth();

        Assert.Single(template.OfType(FunctionType));
        Assert.Empty(template.OfType("AWS::Lambda::Permission"));
        Assert.Empty(template.OfType("AWS::Lambda::Url"));
    }

    [Fact]
    public void The_Function_Is_Made_After_Its_Permissions()
    {
        using var app = new TestApp();
        app.Job();

        var template = app.Synth();

        Assert.Contains("AWS::IAM::Policy", template.DependsOn(template.OfType(FunctionType).Keys.Single()).Values);
    }

    [Fact]
    public void A_Provider_Of_Ones_Own_Runs_As_It_Is_Told()
    {
        using var app = new TestApp();
        var vpc = new Vpc(app.Stack, "Vpc", new VpcProps { MaxAzs = 2 });
        var provider = new BatchInferenceProvider(app.Stack, "Provider", new BatchInferenceProviderProps
        {
            MemorySize = 1024,
            LogRetention = RetentionDays.TWO_YEARS,
            LogRemovalPolicy = RemovalPolicy.RETAIN,
            Vpc = vpc,
            EncryptionKey = new Key(app.Stack, "Key"),
            ReservedConcurrentExecutions = 20,
        });
        app.Job(change: props => props with { Provider = provider });

        var template = app.Synth();

        var function = template.PropertiesOf(FunctionType);
        Assert.Equal("1024", Text.Of(function["MemorySize"]));
        Assert.Equal("20", Text.Of(function["ReservedConcurrentExecutions"]));
        Assert.StartsWith("${Key", Text.Of(function["KmsKeyArn"]), StringComparison.Ordinal);
        Assert.Equal(2, function["VpcConfig"]!["SubnetIds"]!.AsArray().Count);
        var logs = template.Only("AWS::Logs::LogGroup");
        Assert.Equal("731", Text.Of(logs["Properties"]!["RetentionInDays"]));
        Assert.StartsWith("${Key", Text.Of(logs["Properties"]!["KmsKeyId"]), StringComparison.Ordinal);
        Assert.Equal("Retain", (string?)logs["DeletionPolicy"]);
        var role = template.Named("AWS::IAM::Role", "ProviderRole").ToString();
        Assert.Contains("AWSLambdaENIManagementAccess", role, StringComparison.Ordinal);
        Assert.StartsWith("${Key", Assert.Single(template.Allowed("kms:Decrypt", "ProviderRole")), StringComparison.Ordinal);
        Assert.Contains("logs.${AWS::Region}.${AWS::URLSuffix}", Text.Of(template.Only("AWS::KMS::Key")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L14")]
    public void What_Lambda_Would_Refuse_Is_Refused_At_Once_And_All_Of_It()
    {
        using var app = new TestApp();
        _ = new BatchInferenceProvider(app.Stack, "Provider", new BatchInferenceProviderProps
        {
            MemorySize = 64,
            ReservedConcurrentExecutions = 0,
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC },
            SecurityGroups = [SecurityGroup.FromSecurityGroupId(app.Stack, "Group", "sg-1")],
        });

        var message = app.SynthError();

        Assert.Contains("[Stack/Provider] MemorySize must be a whole number, 128-10240, got 64", message, StringComparison.Ordinal);
        Assert.Contains(
            "[Stack/Provider] ReservedConcurrentExecutions must be a whole number of at least 1, got 0", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Provider] VpcSubnets need Vpc, which is not set", message, StringComparison.Ordinal);
        Assert.Contains("[Stack/Provider] SecurityGroups need Vpc, which is not set", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_That_Only_CloudFormation_Knows_Are_Left_To_It()
    {
        using var app = new TestApp();
        CfnParameter Number(string id) => new(app.Stack, id, new CfnParameterProps { Type = "Number" });
        _ = new BatchInferenceProvider(app.Stack, "Provider", new BatchInferenceProviderProps
        {
            MemorySize = Number("Memory").ValueAsNumber,
            ReservedConcurrentExecutions = Number("Concurrency").ValueAsNumber,
        });

        Assert.Equal("${Memory}", Text.Of(app.Synth().PropertiesOf(FunctionType)["MemorySize"]));
    }

    [Fact]
    public void A_Deployed_Provider_Is_Used_By_Its_Arn_And_Nothing_Is_Created_For_It()
    {
        using var app = new TestApp();
        const string Arn = "arn:aws:lambda:us-east-1:111122223333:function:provider";
        var provider = BatchInferenceProvider.FromServiceToken(app.Stack, "Provider", Arn);
        app.Job(change: props => props with { Provider = provider });

        var template = app.Synth();

        Assert.Equal(Arn, Text.Of(template.Job["ServiceToken"]));
        Assert.Equal(Arn, provider.Function.FunctionArn);
        Assert.Equal(["AWS::IAM::Role", Template.JobType], template.Types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_Is_No_Arn_Is_Refused_With_The_Constructs_Path()
    {
        using var app = new TestApp();

        Assert.Contains(
            "Stack/Provider must be the ARN of a Lambda function",
            Assert.Throws<ArgumentException>(() => BatchInferenceProvider.FromServiceToken(app.Stack, "Provider", "my-function")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Stack/Job must be the ARN of a model invocation job",
            Assert.Throws<ArgumentException>(() => BatchInferenceJob.FromJobArn(app.Stack, "Job", "my-job")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_Provider_Of_Another_Stack_Is_Permitted_Here_What_These_Jobs_Need()
    {
        using var app = new TestApp();
        var shared = new Stack(app.App, "Shared");
        var provider = new BatchInferenceProvider(shared, "Provider");
        var profile = new CfnParameter(app.Stack, "Profile");
        app.Job(change: props => props with { Provider = provider, Model = BatchInferenceModel.FromCustomModel(profile.ValueAsString) });

        var template = app.Synth();

        Assert.Empty(template.OfType(FunctionType));
        var policy = template.Only("AWS::IAM::Policy")["Properties"]!;
        Assert.StartsWith("${Import Shared:", Text.Of(policy["Roles"]![0]), StringComparison.Ordinal);
        var document = Text.Of(policy["PolicyDocument"]);
        Assert.Contains("role/batch-inference/${AWS::Region}/${AWS::StackName}/*", document, StringComparison.Ordinal);
        Assert.DoesNotContain("bedrock:", app.Template(shared).Json.ToString(), StringComparison.Ordinal);
    }
}
