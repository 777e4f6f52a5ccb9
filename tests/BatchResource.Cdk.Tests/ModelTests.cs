using Amazon.CDK;
using Amazon.CDK.AWS.Bedrock;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

public sealed class ModelTests
{
    private const string Nova = "arn:${AWS::Partition}:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0";
    private const string Haiku = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string Custom = "arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-micro-v1:0:128k/abcdefghijkl";
    private const string Application = "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl";

    [Fact]
    public void A_Foundation_Model_By_Id() => AssertModel(
        _ => BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"), "amazon.nova-micro-v1:0", Nova);

    [Fact]
    public void A_Foundation_Model_By_The_Identifier_Of_The_Cdk() => AssertModel(
        _ => BatchInferenceModel.FromFoundationModel(FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0),
        Haiku,
        $"arn:${{AWS::Partition}}:bedrock:us-east-1::foundation-model/{Haiku}");

    [Fact]
    public void A_Foundation_Model_Of_The_Cdk()
    {
        var arn = $"arn:${{AWS::Partition}}:bedrock:us-east-1::foundation-model/{Haiku}";
        AssertModel(
            stack => BatchInferenceModel.FromFoundationModel(FoundationModel.FromFoundationModelId(
                stack, "Model", FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0)),
            arn,
            arn);
    }

    [Fact]
    public void A_Cross_Region_Profile_Needs_The_Model_In_Every_Region_Of_Its_Geography() => AssertModel(
        _ => BatchInferenceModel.FromInferenceProfile(
            InferenceProfileGeography.EU, FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0),
        $"eu.{Haiku}",
        [
            $"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/eu.{Haiku}",
            .. Behind(
                Haiku,
                "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
                "us-east-1"),
        ]);

    [Theory]
    [InlineData("jp", "ap-northeast-1", "ap-northeast-3", "us-east-1")]
    [InlineData("au", "ap-southeast-2", "ap-southeast-4", "us-east-1")]
    [InlineData("ca", "ca-central-1", "ca-west-1", "us-east-1")]
    [InlineData("us", "us-east-1", "us-east-2", "us-west-1", "us-west-2")]
    [InlineData("us-gov", "us-gov-east-1", "us-gov-west-1", "us-east-1")]
    [InlineData(
        "apac", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1",
        "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-7", "me-central-1", "us-east-1")]
    public void A_Geography_Is_A_List_Of_Regions_And_The_Stacks_Own(string geography, params string[] regions) => AssertModel(
        _ => BatchInferenceModel.FromInferenceProfile($"{geography}.{Haiku}"),
        $"{geography}.{Haiku}",
        [
            $"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/{geography}.{Haiku}",
            .. Behind(Haiku, regions),
        ]);

    [Fact]
    public void A_Geography_That_Is_Not_Known_Yet_Needs_The_Model_Everywhere() => AssertModel(
        _ => BatchInferenceModel.FromInferenceProfile($"sa.{Haiku}"),
        $"sa.{Haiku}",
        [$"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/sa.{Haiku}", .. Behind(Haiku, "*")]);

    [Fact]
    public void A_Cross_Region_Profile_With_Known_Routes_Needs_The_Model_Only_There() => AssertModel(
        _ => BatchInferenceModel.FromInferenceProfile($"us.{Haiku}", "us-east-1", "us-west-2"),
        $"us.{Haiku}",
        $"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/us.{Haiku}",
        $"arn:${{AWS::Partition}}:bedrock:us-east-1::foundation-model/{Haiku}",
        $"arn:${{AWS::Partition}}:bedrock:us-west-2::foundation-model/{Haiku}");

    [Fact]
    public void A_Global_Profile_Needs_The_Model_Everywhere() => AssertModel(
        _ => BatchInferenceModel.FromInferenceProfile($"global.{Haiku}"),
        $"global.{Haiku}",
        [$"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/global.{Haiku}", .. Behind(Haiku, "*", "")]);

    [Fact]
    public void A_Global_Profile_With_Known_Routes_Needs_The_Model_Without_A_Region_Too() => AssertModel(
        _ => BatchInferenceModel.FromInferenceProfile($"global.{Haiku}", "us-east-1", "eu-west-1"),
        $"global.{Haiku}",
        [
            $"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/global.{Haiku}",
            .. Behind(Haiku, "us-east-1", "eu-west-1", ""),
        ]);

    [Fact]
    public void An_Application_Profile_Needs_Also_What_It_Was_Made_From() => AssertModel(
        _ => BatchInferenceModel.FromApplicationInferenceProfile(
            Application, BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0")),
        Application,
        Application,
        Nova);

    [Fact]
    public void A_Custom_Model() => AssertModel(_ => BatchInferenceModel.FromCustomModel(Custom), Custom, Custom);

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", Nova)]
    [InlineData(
        "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
        "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")]
    [InlineData(Custom, Custom)]
    [InlineData(Application, Application, "arn:${AWS::Partition}:bedrock:*::foundation-model/*")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-micro-v1:0",
        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-micro-v1:0",
        Nova,
        "arn:${AWS::Partition}:bedrock:us-east-2::foundation-model/amazon.nova-micro-v1:0",
        "arn:${AWS::Partition}:bedrock:us-west-1::foundation-model/amazon.nova-micro-v1:0",
        "arn:${AWS::Partition}:bedrock:us-west-2::foundation-model/amazon.nova-micro-v1:0")]
    [InlineData(
        "us-gov.amazon.nova-micro-v1:0",
        "arn:${AWS::Partition}:bedrock:us-east-1:111122223333:inference-profile/us-gov.amazon.nova-micro-v1:0",
        "arn:${AWS::Partition}:bedrock:us-gov-east-1::foundation-model/amazon.nova-micro-v1:0",
        "arn:${AWS::Partition}:bedrock:us-gov-west-1::foundation-model/amazon.nova-micro-v1:0",
        Nova)]
    public void An_Id_Tells_Its_Permissions_By_Its_Form(string modelId, params string[] resources) =>
        AssertModel(_ => BatchInferenceModel.FromId(modelId), modelId, resources);

    [Fact]
    public void An_Id_That_Is_Not_Known_Yet_Needs_Every_Kind_Of_Model() => AssertModel(
        stack => BatchInferenceModel.FromId(new CfnParameter(stack, "Model").ValueAsString),
        "${Model}",
        "arn:${AWS::Partition}:bedrock:*::foundation-model/*",
        "arn:${AWS::Partition}:bedrock:us-east-1:111122223333:inference-profile/*",
        "arn:${AWS::Partition}:bedrock:us-east-1:111122223333:application-inference-profile/*",
        "arn:${AWS::Partition}:bedrock:us-east-1:111122223333:custom-model/*");

    [Fact]
    public void Provisioned_Throughput_Is_Refused()
    {
        using var app = new TestApp();
        var model = ProvisionedModel.FromProvisionedModelArn(
            app.Stack, "Model", "arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl");
        app.Job(change: props => props with { Model = BatchInferenceModel.FromFoundationModel(model) });

        Assert.Contains("[Stack/Job] Model must be", app.SynthError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foundation", $"us.{Haiku}", $"cross-Region inference profile \"us.{Haiku}\": use BatchInferenceModel.FromInferenceProfile")]
    [InlineData("foundation", Application, "use BatchInferenceModel.FromApplicationInferenceProfile")]
    [InlineData("foundation", "a1b2c3d4e5f6", "use BatchInferenceModel.FromApplicationInferenceProfile")]
    [InlineData("foundation", Custom, "use BatchInferenceModel.FromCustomModel")]
    [InlineData("foundation", $"arn:aws:bedrock:us-east-1::foundation-model/{Haiku}", $"use \"{Haiku}\", or BatchInferenceModel.FromId")]
    [InlineData("foundation", "my-model", "must be the id of a foundation model (amazon.nova-micro-v1:0), got \"my-model\"")]
    [InlineData("profile", Haiku, $"use BatchInferenceModel.FromFoundationModel, or put a geography before it (us.{Haiku})")]
    [InlineData("profile", $"us.eu.{Haiku}", "begins with two geographies")]
    [InlineData("profile", Application, "use BatchInferenceModel.FromApplicationInferenceProfile")]
    [InlineData("application", "a1b2c3d4e5f6", "must be the ARN of an application inference profile")]
    [InlineData("application", $"us.{Haiku}", "use BatchInferenceModel.FromInferenceProfile")]
    [InlineData("custom", "my-model", "must be the ARN of a custom model")]
    [InlineData("custom", "amazon.nova-micro-v1:0", "use BatchInferenceModel.FromFoundationModel")]
    [InlineData("custom", "arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl", "which cannot do batch inference")]
    public void A_Model_Of_Another_Kind_Is_Refused_And_The_Right_Method_Named(string factory, string modelId, string message)
    {
        using var app = new TestApp();
        var model = factory switch
        {
            "foundation" => BatchInferenceModel.FromFoundationModel(modelId),
            "profile" => BatchInferenceModel.FromInferenceProfile(modelId),
            "custom" => BatchInferenceModel.FromCustomModel(modelId),
            _ => BatchInferenceModel.FromApplicationInferenceProfile(modelId, BatchInferenceModel.FromFoundationModel(Haiku)),
        };
        app.Job(change: props => props with { Model = model });

        var error = app.SynthError();

        Assert.Contains("[Stack/Job] Model must be", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Model_Of_A_Vendor_That_Is_Not_Known_Is_A_Model() => AssertModel(
        _ => BatchInferenceModel.FromFoundationModel("acme.brand-new-v1:0"),
        "acme.brand-new-v1:0",
        "arn:${AWS::Partition}:bedrock:us-east-1::foundation-model/acme.brand-new-v1:0");

    private static IEnumerable<string> Behind(string modelId, params string[] regions) =>
        regions.Select(region => $"arn:${{AWS::Partition}}:bedrock:{region}::foundation-model/{modelId}");

    private static void AssertModel(Func<Stack, BatchInferenceModel> make, string modelId, params string[] resources)
    {
        using var app = new TestApp(new Amazon.CDK.Environment { Account = "111122223333", Region = "us-east-1" });
        var model = make(app.Stack);
        app.Job(change: props => props with { Model = model });

        var template = app.Synth();

        Assert.Equal(modelId, Text.Of(template.Job["ModelId"]));
        Assert.Equal(resources, template.Allowed("bedrock:InvokeModel", "JobServiceRole"));
        Assert.Equal(
            ["arn:${AWS::Partition}:bedrock:us-east-1:111122223333:model-invocation-job/*", .. resources],
            template.Allowed("bedrock:CreateModelInvocationJob", "BatchInferenceProvider"));
    }
}
