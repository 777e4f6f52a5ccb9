using System.Text;
using BatchResource.Cdk.Internal;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests.Records;

public sealed class RecordCheckerTests
{
    [Theory]
    [InlineData("""{"modelInput":{}}""")]
    [InlineData("""{"recordId":"a","modelInput":{"deep":[1,{"recordId":"not this one"}]},"other":null}""")]
    [InlineData("""  {"modelInput":{"text":"line\nfeed"}}  """)]
    [InlineData("{\"modelInput\":{}}\r")]
    [InlineData("""{"modelInput":{"text":"\ud83d\ude00 whole \\ud83d"}}""")]
    [InlineData("""{"custom_id":"1","body":{},"modelInput":{}}""")]
    public void A_Record_Passes(string line) => Assert.Empty(Check(line));

    [Theory]
    [InlineData("", "is empty: every line must be a record")]
    [InlineData(" \t", "is empty: every line must be a record")]
    [InlineData("{", "is not JSON at byte 1")]
    [InlineData("""{"modelInput":{}} {}""", "is not JSON at byte 18")]
    [InlineData("""{"modelInput":{},}""", "is not JSON at byte 17")]
    [InlineData("[]", "must be an object with modelInput, got an array")]
    [InlineData("\"text\"", "must be an object with modelInput, got a string")]
    [InlineData("null", "must be an object with modelInput, got null")]
    [InlineData("{}", "has no modelInput")]
    [InlineData("""{"ModelInput":{}}""", "has no modelInput")]
    [InlineData("""{"modelInput":"text"}""", "modelInput must be an object, got a string")]
    [InlineData("""{"modelInput":null}""", "modelInput must be an object, got null")]
    [InlineData("""{"modelInput":{},"modelInput":{}}""", "has modelInput twice")]
    [InlineData("""{"recordId":7,"modelInput":{}}""", "recordId must be a string, got a number: put it in quotes")]
    [InlineData("""{"recordId":null,"modelInput":{}}""", "recordId must be a string, got null: leave it out, and Bedrock generates one")]
    [InlineData("""{"recordId":"","modelInput":{}}""", "recordId must not be empty: leave it out, and Bedrock generates one")]
    [InlineData("""{"recordId":"\ud83d","modelInput":{}}""", "recordId has half of a surrogate pair")]
    [InlineData("""{"modelInput":{"messages":[{"content":"cut \ud83d off"}]}}""",
        "modelInput.messages[0].content has half of a surrogate pair")]
    [InlineData("""{"modelInput":{"a":["x",{"b\ude00":1}]}}""", "modelInput.a[1].b\\ude00 has half of a surrogate pair")]
    [InlineData("""{"custom_id":"1","method":"POST","url":"/v1/chat/completions","body":{}}""", "has the batch format of another service")]
    [InlineData("""{"custom_id":"1","params":{"max_tokens":1}}""", "has the batch format of another service")]
    [InlineData("""{"recordId":"a","recordId":"b","modelInput":{}}""", "has recordId twice")]
    [InlineData("\uFEFF{\"modelInput\":{}}", "begins with a byte order mark")]
    public void A_Line_That_Is_No_Record_Is_Named(string line, string problem)
    {
        var found = Assert.Single(Check($"{line}\n"));
        Assert.StartsWith($"file:1 {problem}", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_That_Is_Not_Utf8_Is_Named()
    {
        var checker = Checker();
        Read(checker, "file", new MemoryStream([.. "{\"modelInput\":{\"text\":\""u8, 0xFF, .. "\"}}"u8]));

        Assert.Equal(["file:1 is not UTF-8"], checker.Errors("file"));
    }

    [Fact]
    public void A_File_In_Utf16_Is_Named_Once()
    {
        var text = string.Concat(Enumerable.Repeat("{\"modelInput\":{}}\n", 100));
        var checker = Checker();
        Read(checker, "file", new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]));

        Assert.Equal("file:1 is UTF-16: save the file as UTF-8", checker.Errors("file")[0]);
        Assert.Equal(2, checker.Errors("file").Count);
    }

    [Fact]
    public void What_Is_Nested_Too_Deeply_Is_Named_With_Its_Place()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70);
        var problem = Assert.Single(Check($"{{\"modelInput\":{deep}}}\n"));

        Assert.StartsWith("file:1 modelInput.a.a.a", problem, StringComparison.Ordinal);
        Assert.EndsWith("... is nested deeper than 64 levels", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_RecordId_Is_Unique_Across_Files_And_However_It_Is_Escaped()
    {
        var checker = Checker();
        Read(checker, "one", Content("""{"recordId":"café","modelInput":{}}"""));
        Read(checker, "two", Content("{\"modelInput\":{}}\n{\"recordId\":\"caf\\u00e9\",\"modelInput\":{}}"));

        Assert.Equal(["two:2 repeats the recordId \"café\" of one:1"], checker.Errors("both"));
    }

    [Fact]
    public void Problems_Of_A_Kind_Are_Counted_After_The_Third()
    {
        var problems = Check(string.Concat(Enumerable.Repeat("{}\n", 1_234)));

        Assert.Equal(
            ["file:1 has no modelInput", "file:2 has no modelInput", "file:3 has no modelInput", "1,231 more lines: has no modelInput"],
            problems);
    }

    [Fact]
    public void A_Record_That_No_Model_Takes_Is_Named_And_The_Next_Line_Is_Read()
    {
        var content = Content($"{{\"modelInput\":{{\"text\":\"{new string('x', 30_000_000)}\"}}}}\n{{\"modelInput\":1}}\n");
        var checker = Checker();
        Read(checker, "file", content);

        Assert.Equal(
            ["file:1 is longer than 25,100,000 bytes, which no model accepts", "file:2 modelInput must be an object, got a number"],
            checker.Errors("file"));
    }

    [Fact]
    public void A_Large_File_Is_Read_In_Little_Memory()
    {
        var record = $$$"""{"modelInput":{"text":"{{{new string('x', 20_000)}}}"}}""" + "\n";
        var content = new RepeatedStream(Encoding.UTF8.GetBytes(record), 5_000);
        var checker = new RecordChecker(Rules, new());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(checker, "file", content);

        Assert.Empty(checker.Errors("file"));
        Assert.InRange(content.Position, 100_000_000, long.MaxValue);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static IReadOnlyList<string> Check(string content)
    {
        var checker = Checker();
        Read(checker, "file", Content(content));
        return checker.Errors("file");
    }

    private static RecordRules Rules => new(FoundationModelId: null, InvocationType: null, SkipsModelInput: false);

    private static RecordChecker Checker() => new(Rules, new() { MinimumRecords = 0 });

    private static void Read(RecordChecker checker, string name, Stream content) =>
        FileSource.Read(content, name, before: 0, RecordRange.All, checker, copy: null);

    private static MemoryStream Content(string content) => new(Encoding.UTF8.GetBytes(content));
}
