using System.Text;
using System.Text.Json;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Tests.Support;
using BatchResource.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>Every answer has the form and the size that CloudFormation takes.</summary>
[Trait("rule", "L1")]
public sealed class ResponseBodyTests
{
    private const string MoreAt = "log stream 2026/11/22/[$LATEST]0123 of /aws/lambda/provider";
    private const string Family = "\U0001F468\u200d\U0001F469\u200d\U0001F467";

    [Fact]
    public void A_Success_Echoes_The_Ids_And_Carries_The_Data_And_No_Reason()
    {
        var body = Text(ResourceAnswer.Success("job-arn", [new("JobArn", "job-arn"), new("Status", "Submitted")]));
        const string Expected = $$$"""
            {"Status":"SUCCESS","PhysicalResourceId":"job-arn","StackId":"{{{TestEvent.StackId}}}","RequestId":"{{{TestEvent.RequestId}}}",
            "LogicalResourceId":"{{{TestEvent.LogicalResourceId}}}","Data":{"JobArn":"job-arn","Status":"Submitted"}}
            """;
        Assert.Equal(Expected.ReplaceLineEndings(string.Empty), body);
    }

    [Fact]
    public void A_Success_Without_Data_Has_No_Data() =>
        Assert.False(Json(ResourceAnswer.Success("job-arn", [])).TryGetProperty("Data", out _));

    [Fact]
    public void A_Failure_Has_Its_Reason_And_No_Data()
    {
        var body = Json(ResourceAnswer.Failure("job-arn", "it \"broke\"\n<here> & größe"));
        Assert.Equal("FAILED", body.GetProperty("Status").GetString());
        Assert.Equal("it \"broke\"\n<here> & größe", body.GetProperty("Reason").GetString());
        Assert.False(body.TryGetProperty("Data", out _));
    }

    [Fact]
    public void Text_That_Is_Not_ASCII_Takes_No_Escapes() =>
        Assert.Contains("größe 日本語 <&'>", Text(ResourceAnswer.Failure("id", "größe 日本語 <&'>")), StringComparison.Ordinal);

    [Fact]
    public void A_Reason_That_Fits_Exactly_Is_Whole_And_One_That_Is_A_Byte_Longer_Is_Cut()
    {
        var room = 4096 - Bytes(ResourceAnswer.Failure("id", string.Empty)).Length;
        var longest = new string('x', room);
        var whole = Bytes(ResourceAnswer.Failure("id", longest));
        Assert.Equal(4096, whole.Length);
        Assert.Equal(longest, Reason(whole));

        var cut = Bytes(ResourceAnswer.Failure("id", longest + "x"));
        Assert.Equal(4096, cut.Length);
        Assert.EndsWith($"xxx... (cut; the whole reason is in {MoreAt})", Reason(cut), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("\0")]
    [InlineData("ü")]
    [InlineData("日")]
    [InlineData("\U0001F600")]
    [InlineData("e\u0301")]
    [InlineData(Family)]
    public void A_Long_Reason_Is_Cut_Between_Characters_As_A_Person_Counts_Them(string character)
    {
        for (var shift = 0; shift < 24; shift++)
        {
            var start = new string('.', shift);
            var body = Bytes(ResourceAnswer.Failure("id", start + string.Concat(Enumerable.Repeat(character, 5000))));
            Assert.InRange(body.Length, 4096 - 64, 4096);

            var kept = Reason(body)[shift..^$"... (cut; the whole reason is in {MoreAt})".Length];
            Assert.Equal(string.Concat(Enumerable.Repeat(character, kept.Length / character.Length)), kept);
        }
    }

    [Fact]
    public void Data_That_Do_Not_Fit_Are_Left_Out_From_The_End()
    {
        var data = Enumerable.Range(0, 10).Select(index => KeyValuePair.Create($"Name{index}", new string('v', 700))).ToArray();
        var body = Bytes(ResourceAnswer.Success("job-arn", data));
        Assert.InRange(body.Length, 3000, 4096);
        var kept = JsonDocument.Parse(body).RootElement.GetProperty("Data").EnumerateObject().Select(entry => entry.Name);
        Assert.Equal(["Name0", "Name1", "Name2", "Name3", "Name4"], kept);
    }

    [Fact]
    public void Data_That_Fit_Exactly_Are_Kept_And_With_A_Byte_More_Are_Left_Out()
    {
        var room = 4096 - Bytes(ResourceAnswer.Success("id", [new("First", string.Empty), new("Last", string.Empty)])).Length;
        Assert.Equal(["First", "Last"], NamesWith(room));
        Assert.Equal(["First"], NamesWith(room + 1));

        static IEnumerable<string> NamesWith(int length) =>
            Json(ResourceAnswer.Success("id", [new("First", string.Empty), new("Last", new string('v', length))]))
                .GetProperty("Data").EnumerateObject().Select(entry => entry.Name);
    }

    [Fact]
    public void A_Physical_Id_Is_At_Most_1024_Bytes_And_Of_Whole_Characters()
    {
        Assert.Equal(new string('x', 1024), PhysicalId(new string('x', 1024)));
        Assert.Equal(new string('x', 1024), PhysicalId(new string('x', 1025)));
        Assert.Equal(new string('ü', 512), PhysicalId(new string('ü', 513)));
        Assert.Equal("x" + new string('ü', 511), PhysicalId("x" + new string('ü', 512)));

        static string PhysicalId(string id) => Json(ResourceAnswer.Failure(id, "reason")).GetProperty("PhysicalResourceId").GetString()!;
    }

    [Fact]
    public void Any_Answer_Is_Valid_And_Echoes_The_Ids() => PropertyCheck.Holds(1500, Answers, @case =>
    {
        var (answer, stackId, logicalId, requestId) = @case;
        var request = TestEvent.Request() with { StackId = stackId, LogicalResourceId = logicalId, RequestId = requestId };
        var bytes = ResponseBody.Write(request, answer, MoreAt).ToArray();
        Assert.InRange(bytes.Length, 1, 4096);

        var body = JsonDocument.Parse(bytes).RootElement;
        string[] echoed = ["StackId", "LogicalResourceId", "RequestId"];
        Assert.Equal([stackId, logicalId, requestId], echoed.Select(name => body.GetProperty(name).GetString()));
        Assert.InRange(Encoding.UTF8.GetByteCount(body.GetProperty("PhysicalResourceId").GetString()!), 1, 1024);
        Assert.Equal(answer.FailureReason is null ? "SUCCESS" : "FAILED", body.GetProperty("Status").GetString());
        Assert.Equal(answer.FailureReason is not null, body.TryGetProperty("Reason", out var reason));
        Assert.False(reason is { ValueKind: not JsonValueKind.Undefined } && string.IsNullOrEmpty(reason.GetString()));
    });

    /// <summary>Answers of any text, with ids of the sizes that CloudFormation gives and the longest request id that leaves room.</summary>
    private static Gen<(ResourceAnswer Answer, string StackId, string LogicalId, string RequestId)> Answers =>
        from id in Texts(1, 1500)
        from reason in Texts(1, 6000)
        from isFailure in Gen.Elements(true, false)
        from data in (from name in Texts(1, 30) from value in Texts(0, 1200) select KeyValuePair.Create(name, value)).ListOf(7)
        from logicalId in Gen.Choose(1, 255)
        from requestId in Gen.Elements(36, 36, 1000)
        select (
            isFailure ? ResourceAnswer.Failure(id, reason) : ResourceAnswer.Success(id, [.. data]),
            TestEvent.StackId,
            new string('L', logicalId),
            new string('r', requestId));

    private static Gen<string> Texts(int shortest, int longest) =>
        from characters in Gen.SubListOf(
            "a", "\"", "\\", "\n", "\0", "ü", "日", "\U0001F600", "e\u0301", Family, "\ud800", "\udc00", "\u2028")
        from length in Gen.OneOf(Gen.Choose(shortest, Math.Min(longest, 40)), Gen.Choose(shortest, longest))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Text(characters.Count == 0 ? ["x"] : [.. characters], length, new Random(seed));

    private static string Text(string[] characters, int length, Random random)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(characters[random.Next(characters.Length)]);
        }

        return text.ToString();
    }

    private static byte[] Bytes(ResourceAnswer answer) => ResponseBody.Write(TestEvent.Request(), answer, MoreAt).ToArray();

    private static string Text(ResourceAnswer answer) => Encoding.UTF8.GetString(Bytes(answer));

    private static JsonElement Json(ResourceAnswer answer) => JsonDocument.Parse(Bytes(answer)).RootElement;

    private static string Reason(byte[] body) => JsonDocument.Parse(body).RootElement.GetProperty("Reason").GetString()!;
}
