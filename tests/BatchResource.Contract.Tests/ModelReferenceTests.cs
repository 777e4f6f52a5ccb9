namespace BatchResource.Contract.Tests;

public sealed class ModelReferenceTests
{
    private const string Bedrock = "arn:aws:bedrock:us-east-1:111122223333";

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", "FoundationModel", "amazon.nova-micro-v1:0")]
    [InlineData("acme.brand-new-v1:0", "FoundationModel", "acme.brand-new-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0", "FoundationModel", "amazon.nova-micro-v1:0")]
    [InlineData("us.anthropic.claude-sonnet-4-6", "InferenceProfile", "anthropic.claude-sonnet-4-6")]
    [InlineData("global.acme.model-v1:0", "InferenceProfile", "acme.model-v1:0")]
    [InlineData("sa.anthropic.claude-sonnet-5", "InferenceProfile", "anthropic.claude-sonnet-5")]
    [InlineData($"{Bedrock}:inference-profile/eu.amazon.nova-micro-v1:0", "InferenceProfile", "amazon.nova-micro-v1:0")]
    [InlineData("a1b2c3d4e5f6", "ApplicationInferenceProfile", null)]
    [InlineData($"{Bedrock}:application-inference-profile/a1b2c3d4e5f6", "ApplicationInferenceProfile", null)]
    [InlineData($"{Bedrock}:custom-model/amazon.nova-micro-v1:0:128k/a1b2c3d4e5f6", "CustomModel", "amazon.nova-micro-v1:0:128k")]
    [InlineData($"{Bedrock}:provisioned-model/a1b2c3d4e5f6", "Other", null)]
    [InlineData("arn:aws:sagemaker:us-east-1:111122223333:endpoint/mine", "Other", null)]
    [InlineData("arn:aws:sagemaker:us-east-1:111122223333:inference-profile/us.amazon.nova-micro-v1:0", "Other", null)]
    [InlineData("arn:", "Other", null)]
    [InlineData("my-model", "Unknown", null)]
    [InlineData("", "Unknown", null)]
    [InlineData("us.nova", "InferenceProfile", null)]
    public void An_Id_Or_Arn_Tells_Its_Kind_And_Its_Foundation_Model(string text, string kind, string? foundationModelId)
    {
        var model = ModelReference.Parse(text);

        Assert.Equal(kind, model.Kind.ToString());
        Assert.Equal(foundationModelId, model.FoundationModelId);
    }

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", "amazon.nova-micro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0", "amazon.nova-micro-v1:0")]
    [InlineData($"{Bedrock}:inference-profile/eu.amazon.nova-micro-v1:0", "eu.amazon.nova-micro-v1:0")]
    [InlineData($"{Bedrock}:custom-model/amazon.nova-micro-v1:0:128k/a1b2c3d4e5f6", "a1b2c3d4e5f6")]
    [InlineData($"{Bedrock}:provisioned-model/a1b2c3d4e5f6", "a1b2c3d4e5f6")]
    [InlineData("arn:aws:sagemaker:us-east-1:111122223333:endpoint/mine", "arn:aws:sagemaker:us-east-1:111122223333:endpoint/mine")]
    public void The_Id_Is_What_Follows_The_Beginning_Of_An_Arn(string text, string id)
    {
        var model = ModelReference.Parse(text);

        Assert.Equal((id, text.StartsWith("arn:", StringComparison.Ordinal)), (model.Id, model.IsArn));
    }

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-6", "us")]
    [InlineData($"{Bedrock}:inference-profile/global.amazon.nova-micro-v1:0", "global")]
    [InlineData("us-gov.anthropic.claude-sonnet-4-6", "us-gov")]
    [InlineData("sa.anthropic.claude-sonnet-5", null)]
    [InlineData("amazon.nova-micro-v1:0", null)]
    [InlineData($"{Bedrock}:custom-model/us.nova/a1b2c3d4e5f6", null)]
    [InlineData("us", null)]
    public void A_Profile_Tells_Its_Geography_Where_It_Is_Known(string text, string? prefix) =>
        Assert.Equal(prefix, ModelReference.Parse(text).Geography?.Prefix);

    [Fact]
    public void No_Geography_Is_A_Pattern_But_The_Global_One()
    {
        Assert.Equal(["*"], Geography.Global.Regions);
        Assert.All(Geography.All.Where(geography => geography != Geography.Global), geography =>
            Assert.All(geography.Regions, region => Assert.Matches("^[a-z]{2}(-gov)?-[a-z]+-[0-9]$", region)));
    }

    [Theory]
    [InlineData("amazon.nova-pro-v1:0", 50_000, 100)]
    [InlineData("amazon.nova-micro-v1:0", 50_000, 5)]
    [InlineData("amazon.titan-embed-text-v2:0", 100_000, 5)]
    [InlineData("acme.brand-new-v1:0", 50_000, 5)]
    [InlineData(null, 50_000, 5)]
    public void Every_Model_Has_Quotas(string? modelId, long certainRecords, long gigabytes)
    {
        var quotas = BatchQuotas.Of(modelId);

        Assert.Equal(certainRecords, quotas.CertainRecords);
        Assert.Equal(gigabytes << 30, quotas.MaximumJobSize);
        Assert.InRange(quotas.CertainRecords, 1, quotas.MaximumRecords);
    }

    [Fact]
    public void Only_The_Last_Row_Of_The_Quotas_Is_A_Guess() =>
        Assert.Equal([.. Enumerable.Repeat(true, BatchQuotas.Table.Count - 1), false], BatchQuotas.Table.Select(quotas => quotas.IsKnown));
}
