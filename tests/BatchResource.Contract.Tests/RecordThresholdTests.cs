namespace BatchResource.Contract.Tests;

/// <summary>How many records are enough, or too many: a count, or a share of all.</summary>
[Trait("rule", "L15a")]
public sealed class RecordThresholdTests
{
    [Theory]
    [InlineData("0", "0", false)]
    [InlineData("100", "100", false)]
    [InlineData("2147483647", "2147483647", false)]
    [InlineData("0%", "0%", true)]
    [InlineData("99.5%", "99.5%", true)]
    [InlineData("100%", "100%", true)]
    [InlineData("0.12345%", "0.12345%", true)]
    public void A_Threshold_Is_Read_And_Written(string text, string written, bool isShare)
    {
        var threshold = RecordThreshold.TryParse(text)!.Value;

        Assert.Equal((isShare, written), (threshold.IsShare, threshold.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("2147483648")]
    [InlineData("-1%")]
    [InlineData("100.1%")]
    [InlineData("1,5%")]
    [InlineData("1e1%")]
    [InlineData("1%%")]
    [InlineData("0.123456%")]
    [InlineData("many")]
    public void What_Is_Neither_A_Count_Nor_A_Share_Is_None(string text) => Assert.Null(RecordThreshold.TryParse(text));

    [Theory]
    [InlineData("100", 99, 1000, false, false)]
    [InlineData("100", 100, 1000, true, false)]
    [InlineData("100", 101, 1000, true, true)]
    [InlineData("0", 0, 1000, true, false)]
    [InlineData("50%", 4, 9, false, false)]
    [InlineData("50%", 5, 10, true, false)]
    [InlineData("50%", 5, 9, true, true)]
    [InlineData("100%", 1000, 1000, true, false)]
    [InlineData("0%", 0, 1000, true, false)]
    [InlineData("0%", 1, 1000, true, true)]
    [InlineData("50%", 0, 0, true, false)]
    public void Records_Reach_It_Or_Exceed_It(string threshold, long records, long total, bool isReached, bool isExceeded)
    {
        var read = RecordThreshold.TryParse(threshold)!.Value;

        Assert.Equal((isReached, isExceeded), (read.IsReachedBy(records, total), read.IsExceededBy(records, total)));
    }
}
