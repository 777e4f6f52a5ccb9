namespace BatchResource.Contract.Tests;

/// <summary>
/// The exact texts by which jobs that already run are found again. A failure here means that a deployed stack would pay for its jobs a
/// second time after an upgrade: these values never change.
/// </summary>
[Trait("rule", "L5")]
public sealed class GoldenTests
{
    private static readonly JobOwner Owner =
        new("arn:aws:cloudformation:us-east-1:123456789012:stack/nightly-batch/0d7c1d0e-5c5a-11f0-8de9-0242ac120002", "SummariesJob");

    [Fact]
    public void The_Canonical_Form_Of_A_Minimal_Definition_Never_Changes() => Assert.Equal(
        "{\"roleArn\":\"arn:aws:iam::123456789012:role/BatchRole\",\"modelId\":\"amazon.nova-micro-v1:0\","
        + "\"input\":\"s3://bucket/input.jsonl\",\"output\":\"s3://bucket/output\"}",
        CanonicalDefinition.Write(Definition(full: false)));

    [Fact]
    public void The_Canonical_Form_Of_A_Full_Definition_Never_Changes() => Assert.Equal(
        "{\"jobName\":\"nightly\",\"roleArn\":\"arn:aws:iam::123456789012:role/BatchRole\",\"modelId\":\"amazon.nova-micro-v1:0\","
        + "\"input\":\"s3://bucket/input.jsonl\",\"inputOwner\":\"123456789012\",\"output\":\"s3://bucket/output\","
        + "\"outputOwner\":\"210987654321\",\"outputKey\":\"alias/key\",\"subnets\":[\"subnet-1\",\"subnet-2\"],"
        + "\"securityGroups\":[\"sg-1\"],\"timeout\":\"48\",\"invocationType\":\"Converse\",\"revision\":\"2\"}",
        CanonicalDefinition.Write(Definition(full: true)));

    [Fact]
    public void The_Hash_Of_A_Definition_Never_Changes()
    {
        Assert.Equal("pjjzad742l", DefinitionHash.Of(Definition(full: false)).ToString());
        Assert.Equal("nocpvri7lj", DefinitionHash.Of(Definition(full: true)).ToString());
    }

    [Fact]
    public void The_Hash_Of_An_Owner_Never_Changes() => Assert.Equal("b2mo5cyvkv", Owner.Hash);

    [Fact]
    public void A_Generated_Name_Never_Changes()
    {
        var hash = DefinitionHash.Of(Definition(full: false));
        var issuedAt = new DateTimeOffset(2026, 11, 22, 6, 30, 15, TimeSpan.Zero);
        const string RequestId = "5bf2cf79-2d3c-4b1f-9c0e-6f2a1f0a9b11";
        const string Name = "nightly-batc-SummariesJob-b2mo5cyvkv-pjjzad742l-pbedbm06fdann";
        Assert.Equal(Name, GeneratedJobName.Create(Owner, hash, RequestId, issuedAt));
        Assert.Equal($"{Name}-2", GeneratedJobName.Create(Owner, hash, RequestId, issuedAt, attempt: 2));
        Assert.Equal("b2mo5cyvkv-", GeneratedJobName.OfOwner(Owner));
        Assert.Equal("b2mo5cyvkv-pjjzad742l-06fdann", new JobIdentity(hash, issuedAt).ToTagValue(Owner));
    }

    private static JobDefinition Definition(bool full) =>
        SampleProperties.ReadValid(full ? SampleProperties.Full() : SampleProperties.Minimal()).Definition;
}
