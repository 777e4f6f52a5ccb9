using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>What ids, ARNs, tags and sentences say of a job.</summary>
[Trait("rule", "L9")]
public sealed class JobNamesTests
{
    [Fact]
    public void Both_Markers_Tell_Their_Event()
    {
        var expected = new MarkedEvent("request-1", SampleJob.Noon);

        Assert.Equal(expected, PhysicalId.ReadMarker(PhysicalId.NoJob("request-1", SampleJob.Noon)));
        Assert.Equal(expected, PhysicalId.ReadMarker(PhysicalId.UnknownJob("request-1", SampleJob.Noon)));
        Assert.Equal(expected with { IssuedAt = null }, PhysicalId.ReadMarker(PhysicalId.UnknownJob("request-1", null)));
    }

    [Theory]
    [InlineData("no-job:@20260301T120000Z", "", true)]
    [InlineData("unknown-job:a@b@20260301T120000Z", "a@b", true)]
    [InlineData("no-job:a@yesterday", "a@yesterday", false)]
    [InlineData("no-job:", "", false)]
    public void A_Marker_Ends_With_The_Time_If_It_Has_One(string id, string requestId, bool hasTime) =>
        Assert.Equal(new MarkedEvent(requestId, hasTime ? SampleJob.Noon : null), PhysicalId.ReadMarker(id));

    [Theory]
    [InlineData("nightly-Job-1ABCDEFGHIJKL")]
    [InlineData("No-Job:request-1")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/aaaaaaaaaaaa")]
    public void Any_Other_Id_Is_No_Marker(string id) => Assert.Null(PhysicalId.ReadMarker(id));

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova")]
    [InlineData("us.amazon.nova-micro-v1:0", null)]
    [InlineData("a1b2c3d4e5f6", null)]
    [Trait("rule", "L10")]
    public void The_ARN_Of_A_Foundation_Model_Is_Known_And_Of_A_Profile_Is_Not(string modelId, string? arn) =>
        Assert.Equal(arn, SampleJob.Arn().ModelArnOf(modelId));

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")]
    [InlineData("us.amazon.nova-micro-v1:0", "us.amazon.nova-micro-v1:0")]
    [Trait("rule", "L8")]
    public void A_Job_That_Nothing_Describes_Is_As_It_Was_Asked_For(string modelId, string described)
    {
        var wanted = new NewJob("name", "token", SampleJob.Definition with { ModelId = modelId }, new Dictionary<string, string>());

        var job = wanted.AsSubmitted(SampleJob.Arn());

        Assert.Equal(
            (SampleJob.Arn(), "name", JobStatus.Submitted, "token", described, "s3://results/out/"),
            (job.Arn, job.Name, job.Status, job.ClientRequestToken, job.ModelId, job.OutputS3Uri));
    }

    [Theory]
    [InlineData("amazon.nova-micro-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")]
    [InlineData("us.amazon.nova-micro-v1:0", "")]
    [Trait("rule", "L10")]
    public void A_Job_That_Bedrock_Has_Forgotten_Tells_What_Is_Certain(string modelId, string told)
    {
        var job = Job.Forgotten(SampleJob.Arn(), SampleJob.Definition with { ModelId = modelId });

        Assert.Equal((true, "", "", told), (job.IsForgotten, job.Name, job.Status.ToString(), job.ModelId));
    }

    [Theory]
    [InlineData(49, 50)]
    [InlineData(50, 50)]
    [Trait("rule", "L6a")]
    public void The_Tag_That_Proves_The_Owner_Is_Left_Out_Where_There_Is_No_Room(int tags, int sent)
    {
        var own = Enumerable.Range(0, tags).ToDictionary(index => $"tag{index}", _ => "x", StringComparer.Ordinal);
        var identity = new JobIdentity(SampleJob.Hash, SampleJob.Noon);

        var all = OwnershipTag.AddTo(own, LifecycleHarness.Owner, identity);

        Assert.Equal(sent, all.Count);
        Assert.Equal(tags < 50 ? identity : null, OwnershipTag.Read(all, LifecycleHarness.Owner));
    }
}
