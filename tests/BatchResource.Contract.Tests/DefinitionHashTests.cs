using BatchResource.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace BatchResource.Contract.Tests;

/// <summary>Equal hashes mean equal definitions, in whatever form they come (L10, L11).</summary>
[Trait("rule", "L11")]
public sealed class DefinitionHashTests
{
    private static Gen<int> Seeds => Gen.Choose(0, int.MaxValue - 1);

    [Fact]
    [Trait("rule", "L10")]
    public void Definitions_That_Differ_Only_In_Form_Have_The_Same_Hash() =>
        PropertyCheck.Holds(2000, Seeds, seed =>
        {
            var random = new Random(seed);
            var meaning = Meaning.Random(random);
            Assert.Equal(Canonical(meaning, random), Canonical(meaning, random));
        });

    [Fact]
    public void Definitions_That_Differ_In_Anything_Else_Have_Different_Hashes()
    {
        var (cases, differences) = (0, 0);
        PropertyCheck.Holds(2000, Seeds, seed =>
        {
            cases++;
            var random = new Random(seed);
            var meaning = Meaning.Random(random);
            var other = meaning.Changed(random);
            if (!meaning.MeansTheSameAs(other))
            {
                var (one, two) = (Canonical(meaning, random), Canonical(other, random));
                Assert.NotEqual(one.Text, two.Text);
                Assert.NotEqual(one.Hash, two.Hash);
                differences++;
            }
        });
        Assert.True(differences > cases / 2, $"most of {cases} cases differ, {differences} do");
    }

    [Theory]
    [InlineData("s3://bucket", "s3://bucket/")]
    [InlineData("s3://bucket/out", "s3://bucket/out/")]
    public void The_Output_Is_A_Prefix_With_Or_Without_A_Slash_At_Its_End(string one, string two) => Assert.Equal(
        HashWith(Sample with { Output = new S3Output(one, null, null) }),
        HashWith(Sample with { Output = new S3Output(two, null, null) }));

    [Fact]
    public void An_Input_Folder_Is_Not_The_File_Of_That_Name() => Assert.NotEqual(
        HashWith(Sample with { Input = new S3Input("s3://bucket/in", null, null) }),
        HashWith(Sample with { Input = new S3Input("s3://bucket/in/", null, null) }));

    [Fact]
    public void The_Same_Owner_Or_Key_On_The_Other_Side_Is_Another_Definition()
    {
        string?[] hashes =
        [
            HashWith(Sample with { Input = Sample.Input with { S3BucketOwner = "123456789012" } }),
            HashWith(Sample with { Output = Sample.Output with { S3BucketOwner = "123456789012" } }),
            HashWith(Sample with { Output = Sample.Output with { S3EncryptionKeyId = "123456789012" } }),
            HashWith(Sample with { Revision = "123456789012" }),
            HashWith(Sample),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Subnets_And_Security_Groups_Are_Not_Mixed_Up() => Assert.NotEqual(
        HashWith(Sample with { Vpc = new VpcSettings(["a", "b"], ["c"]) }),
        HashWith(Sample with { Vpc = new VpcSettings(["a"], ["b", "c"]) }));

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0", "amazon.nova-micro-v1:0")]
    [InlineData("arn:aws-cn:bedrock:cn-north-1::foundation-model/amazon.nova-micro-v1:0", "amazon.nova-micro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0", "us.amazon.nova-micro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2", "a1b2")]
    public void A_Model_Is_The_Same_By_Its_Id_And_Its_ARN(string arn, string id) =>
        Assert.Equal(HashWith(Sample with { ModelId = id }), HashWith(Sample with { ModelId = arn }));

    [Fact]
    public void A_Custom_Model_Has_No_Id_But_Its_ARN()
    {
        const string Arn = "arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.titan-text-lite-v1:0/abcdefghijkl";
        Assert.Contains($"\"modelId\":\"{Arn}\"", CanonicalDefinition.Write(Sample with { ModelId = Arn }), StringComparison.Ordinal);
    }

    private static JobDefinition Sample => new()
    {
        RoleArn = SampleProperties.RoleArn,
        ModelId = "amazon.nova-micro-v1:0",
        Input = new S3Input("s3://bucket/in", null, null),
        Output = new S3Output("s3://bucket/out", null, null),
    };

    private static string HashWith(JobDefinition definition) => DefinitionHash.Of(definition).Value;

    private static (string Text, DefinitionHash Hash) Canonical(Meaning meaning, Random random)
    {
        var definition = SampleProperties.ReadValid(meaning.Spelt(random)).Definition;
        return (CanonicalDefinition.Write(definition), DefinitionHash.Of(definition));
    }
}
