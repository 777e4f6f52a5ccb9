using BatchResource.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace BatchResource.Contract.Tests;

/// <summary>A generated name is valid whatever stack and resource are called, and leads back to owner and definition (L5).</summary>
[Trait("rule", "L5")]
public sealed class GeneratedJobNameTests
{
    private const string Account = "arn:aws:cloudformation:us-east-1:123456789012:stack";
    private static readonly DefinitionHash Definition = new("abcdefghij");
    private static readonly DateTimeOffset IssuedAt = new(2026, 11, 22, 6, 30, 15, TimeSpan.Zero);
    private static readonly Func<string, bool> IsName = ServiceModel.Acceptance("ModelInvocationJobName");

    /// <summary>An event: whose, when, and which attempt.</summary>
    private static Gen<(JobOwner Owner, string RequestId, DateTimeOffset? IssuedAt, int Attempt)> Events =>
        from stack in Ids
        from logicalId in Ids
        from isArn in Gen.Elements(true, true, false)
        from requestId in Ids
        from seconds in Gen.Choose(-1, int.MaxValue)
        from attempt in Gen.Choose(1, 9)
        select (
            new JobOwner(isArn ? $"{Account}/{stack}/0d7c1d0e" : stack, logicalId),
            requestId,
            seconds < 0 ? (DateTimeOffset?)null : DateTimeOffset.UnixEpoch.AddYears(51).AddSeconds(seconds),
            attempt);

    private static Gen<string> Ids => NearValid.Of(
        "Job", "my-stack", "a", "-", "--a--", string.Empty, "größe", "\u65e5\u672c\u8a9e", "\U0001F600", "A/B", new string('x', 255),
        "9-");

    [Fact]
    public void A_Name_Is_Valid_And_The_Same_Each_Time_For_Any_Event() => PropertyCheck.Holds(1500, Events, @event =>
    {
        var name = GeneratedJobName.Create(@event.Owner, Definition, @event.RequestId, @event.IssuedAt, @event.Attempt);
        Assert.True(IsName(name), name);
        var again = new JobOwner(@event.Owner.StackId, @event.Owner.LogicalResourceId);
        Assert.Equal(name, GeneratedJobName.Create(again, Definition, @event.RequestId, @event.IssuedAt, @event.Attempt));
    });

    [Fact]
    public void A_Name_Contains_What_Its_Owner_Is_Looked_For_By() => PropertyCheck.Holds(1000, Events, @event =>
    {
        var name = GeneratedJobName.Create(@event.Owner, Definition, @event.RequestId, @event.IssuedAt, @event.Attempt);
        var filter = GeneratedJobName.OfOwner(@event.Owner);
        Assert.Contains(filter, name, StringComparison.Ordinal);
        Assert.True(IsName(filter), "ListModelInvocationJobs takes only a name's characters");
    });

    [Fact]
    public void Definition_And_Issue_Are_Read_Back_For_The_Owner_And_For_No_Other() => PropertyCheck.Holds(1000, Events, @event =>
    {
        var name = GeneratedJobName.Create(@event.Owner, Definition, @event.RequestId, @event.IssuedAt, @event.Attempt);
        var stranger = new JobOwner(@event.Owner.StackId, @event.Owner.LogicalResourceId + "2");
        var identity = new JobIdentity(Definition, @event.IssuedAt);
        Assert.Equal(
            identity with { Event = EventMark.Of(@event.RequestId, @event.IssuedAt), Attempt = @event.Attempt },
            GeneratedJobName.Read(name, @event.Owner));
        Assert.Null(GeneratedJobName.Read(name, stranger));
        Assert.Equal(identity, JobIdentity.FromTagValue(identity.ToTagValue(@event.Owner), @event.Owner));
        Assert.Null(JobIdentity.FromTagValue(identity.ToTagValue(@event.Owner), stranger));
    });

    [Theory]
    [InlineData("Stack", "Job")]
    [InlineData("Stack", "Other")]
    [InlineData("Other", "Job")]
    [InlineData("StackJob", "")]
    [InlineData("", "StackJob")]
    public void Another_Owner_Definition_Request_Or_Attempt_Has_Another_Name(string stack, string logicalId)
    {
        var owner = new JobOwner($"{Account}/{stack}/1", logicalId);
        var name = GeneratedJobName.Create(owner, Definition, "request", IssuedAt);
        string[] others =
        [
            GeneratedJobName.Create(new JobOwner($"{Account}/{stack}/2", logicalId), Definition, "request", IssuedAt),
            GeneratedJobName.Create(new JobOwner($"{Account}/{stack}/1", $"{logicalId}x"), Definition, "request", IssuedAt),
            GeneratedJobName.Create(owner, new DefinitionHash("abcdefghik"), "request", IssuedAt),
            GeneratedJobName.Create(owner, Definition, "request2", IssuedAt),
            GeneratedJobName.Create(owner, Definition, "request", IssuedAt, attempt: 2),
            GeneratedJobName.Create(owner, Definition, "request", IssuedAt.AddSeconds(1)),
            GeneratedJobName.Create(owner, Definition, "request", issuedAt: null),
        ];
        Assert.DoesNotContain(name, others);
        Assert.Equal(others.Length, others.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Stack_And_Resource_Are_Told_Apart_Wherever_The_Border_Is() =>
        Assert.NotEqual(new JobOwner("a", "bc").Hash, new JobOwner("ab", "c").Hash);

    [Theory]
    [InlineData("short", "Job", "short-Job-")]
    [InlineData("a-stack-with-a-very-long-name-of-many-words", "Job", "a-stack-with-a-very-l-Job-")]
    [InlineData("stack", "ALogicalIdThatCdkMadeFromAPath1A2B3C4D", "stack-ALogicalIdThatCdkMa-")]
    [InlineData("a-stack-with-a-very-long-name", "ALogicalIdThatCdkMadeFromAPath1A2B3C4D", "a-stack-with-ALogicalIdTh-")]
    [InlineData("größe", "日本語", "gre-job-")]
    [InlineData("-edges-", "-x-", "edges-x-")]
    public void A_Name_Begins_With_What_A_Person_Recognises(string stack, string logicalId, string start)
    {
        var owner = new JobOwner($"{Account}/{stack}/1", logicalId);
        var name = GeneratedJobName.Create(owner, Definition, "request", IssuedAt);

        Assert.StartsWith($"{start}{owner.Hash}-", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void There_Are_Nine_Attempts(int attempt) => Assert.Throws<ArgumentOutOfRangeException>(
        () => GeneratedJobName.Create(new JobOwner("stack", "Job"), Definition, "request", IssuedAt, attempt));

    [Fact]
    public void A_Name_That_Is_Not_Generated_Tells_Nothing()
    {
        var owner = new JobOwner("stack", "Job");
        string[] names =
        [
            string.Empty,
            "nightly",
            owner.Hash,
            $"-{owner.Hash}-",
            $"job-{owner.Hash}-abcdefghij",
            $"job-{owner.Hash}-abcdefghijk-request0123456",
            $"job-{owner.Hash}-abcdefghi-request0123456",
            $"{owner.Hash}-abcdefghij-request0123456",
            $"job-{owner.Hash}-abcdefghij-request01234",
        ];
        Assert.All(names, name => Assert.Null(GeneratedJobName.Read(name, owner)));
    }

    [Theory]
    [InlineData("arn:aws:cloudformation:us-east-1:123456789012:stack/my-stack/0d7c1d0e", "my-stack")]
    [InlineData("arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/my-stack", "my-stack")]
    [InlineData("no-arn", "no-arn")]
    [InlineData("", "")]
    public void The_Stacks_Name_Is_Read_From_Its_ARN(string stackId, string name) =>
        Assert.Equal(name, new JobOwner(stackId, "Job").StackName);
}
