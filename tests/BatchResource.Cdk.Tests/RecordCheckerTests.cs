using System.Text;
using BatchResource.Cdk.Internal;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

public sealed class RecordCheckerTests
{
    [Theory]
    [InlineData("""{"modelInput":{}}""")]
    [InlineData("""{"recordId":"a","modelInput":{"deep":[1,{"recordId":"not this one"}]},"other":null}""")]
    [InlineData("""  {"modelInput":{"text":"line\nfeed"}}  """)]
    [InlineData("{\"modelInput\":{}}\r")]
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
    [InlineData("""{"recordId":7,"modelInput":{}}""", "recordId must be a string, got a number")]
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
        var checker = new RecordChecker(new() { MinimumRecords = 0 });
        checker.Check("file", new MemoryStream([.. "{\"modelInput\":{\"text\":\""u8, 0xFF, .. "\"}}"u8]));

        Assert.Equal(["file:1 is not UTF-8"], checker.Problems("file"));
    }

    [Fact]
    public void A_RecordId_Is_Unique_Across_Files_And_However_It_Is_Escaped()
    {
        var checker = new RecordChecker(new() { MinimumRecords = 0 });
        checker.Check("one", Content("""{"recordId":"café","modelInput":{}}"""));
        checker.Check("two", Content("{\"modelInput\":{}}\n{\"recordId\":\"caf\\u00e9\",\"modelInput\":{}}"));

        Assert.Equal(["two:2 repeats the recordId \"café\" of one:1"], checker.Problems("both"));
    }

    [Fact]
    public void Many_Problems_Are_Counted_And_The_First_Listed()
    {
        var problems = Check(string.Concat(Enumerable.Repeat("{}\n", 1_234)));

        Assert.Equal(21, problems.Count);
        Assert.Equal("file:20 has no modelInput", problems[19]);
        Assert.Equal("file: 1,214 more lines have problems", problems[20]);
    }

    [Fact]
    public void A_Record_That_No_Model_Takes_Is_Named_And_The_Next_Line_Is_Read()
    {
        var content = Content($"{{\"modelInput\":{{\"text\":\"{new string('x', 30_000_000)}\"}}}}\n{{\"modelInput\":1}}\n");
        var checker = new RecordChecker(new() { MinimumRecords = 0 });
        checker.Check("file", content);

        Assert.Equal(
            ["file:1 is longer than 25,100,000 bytes, more than any model takes", "file:2 modelInput must be an object, got a number"],
            checker.Problems("file"));
    }

    [Fact]
    public void A_Large_File_Is_Read_In_Little_Memory()
    {
        var record = $$$"""{"modelInput":{"text":"{{{new string('x', 20_000)}}}"}}""" + "\n";
        var content = new RepeatedStream(Encoding.UTF8.GetBytes(record), 5_000);
        var checker = new RecordChecker(new());
        var before = GC.GetAllocatedBytesForCurrentThread();
        checker.Check("file", content);

        Assert.Empty(checker.Problems("file"));
        Assert.InRange(content.Position, 100_000_000, long.MaxValue);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static IReadOnlyList<string> Check(string content)
    {
        var checker = new RecordChecker(new() { MinimumRecords = 0 });
        checker.Check("file", Content(content));
        return checker.Problems("file");
    }

    private static MemoryStream Content(string content) => new(Encoding.UTF8.GetBytes(content));
}
