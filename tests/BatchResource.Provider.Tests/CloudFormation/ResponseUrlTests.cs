using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>The URL is kept as it was given, and its query kept to itself.</summary>
[Trait("rule", "L2")]
public sealed class ResponseUrlTests
{
    private const string Server = "https://cloudformation-custom-resource-response-useast1.s3.us-east-1.amazonaws.com";

    [Fact]
    public void The_Encoding_Of_Path_And_Query_Is_Kept() => Assert.Equal(
        TestEvent.Path + TestEvent.Query, ResponseUrl.TryParse(Server + TestEvent.Path + TestEvent.Query)!.Uri.PathAndQuery);

    [Theory]
    [InlineData("/a%3Ab%7Cc%2Fd/./e/../f//g?x=%41%3a&y=a+b")]
    [InlineData("/|a|:b")]
    public void Nothing_Is_Made_Canonical(string target) => Assert.Equal(target, ResponseUrl.TryParse(Server + target)!.Uri.PathAndQuery);

    [Fact]
    public void Its_Text_Shows_Nothing_Of_The_Credential()
    {
        var url = ResponseUrl.TryParse(Server + TestEvent.Path + TestEvent.Query)!;
        Assert.Equal(Server + "/...", url.ToString());
        Assert.Equal(new Uri(Server).Host, url.Host);
        Assert.DoesNotContain(TestEvent.Secret, TestEvent.Request().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?X-Amz-Date=20261122T060001Z&X-Amz-Expires=7200", "2026-11-22T06:00:01Z")]
    [InlineData("?X-Amz-Expires=7200&X-Amz-Date=20261122T060001Z", "2026-11-22T06:00:01Z")]
    [InlineData("?x-amz-date=20261122T060001Z", "2026-11-22T06:00:01Z")]
    [InlineData("?X-Amz-Date=2026-11-22T06:00:01Z", null)]
    [InlineData("?X-Amz-Date=", null)]
    [InlineData("?X-Amz-Date=20261332T256161Z", null)]
    [InlineData("", null)]
    public void The_Time_Of_Its_Signature_Is_When_The_Event_Was_Issued(string query, string? time) => Assert.Equal(
        time is null ? null : DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
        ResponseUrl.TryParse($"{Server}/path{query}")!.IssuedAt);
}
