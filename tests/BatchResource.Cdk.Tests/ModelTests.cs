using Amazon.CDK;
using Amazon.CDK.AwsBedrock;
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
        $"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/eu.{Haiku}",
        $"arn:${{AWS::Partition}}:bedrock:eu-*::foundation-model/{Haiku}",
        $"arn:${{AWS::Partition}}:bedrock:us-east-1::foundation-model/{Haiku}");

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
        $"arn:${{AWS::Partition}}:bedrock:us-east-1:111122223333:inference-profile/global.{Haiku}",
        $"arn:${{AWS::Partition}}:bedrock:*::foundation-model/{Haiku}");

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
        "arn:${AWS::Partition}:bedrock:us-*::foundation-model/amazon.nova-micro-v1:0",
        Nova)]
    [InlineData(
        "us-gov.amazon.nova-micro-v1:0",
        "arn:${AWS::Partition}:bedrock:us-east-1:111122223333:inference-profile/us-gov.amazon.nova-micro-v1:0",
        "arn:${AWS::Partition}:bedrock:us-gov-*::foundation-model/amazon.nova-micro-v1:0",
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
