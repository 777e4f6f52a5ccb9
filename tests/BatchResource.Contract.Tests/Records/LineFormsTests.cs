using System.Text;

namespace BatchResource.Contract.Tests.Records;

/// <summary>What a line is that is no record.</summary>
public sealed class LineFormsTests
{
    [Theory]
    [InlineData("{}", "Text")]
    [InlineData(" {} \r", "Text")]
    [InlineData("größe 日本 \U0001F600", "Text")]
    [InlineData("", "Blank")]
    [InlineData(" ", "Blank")]
    [InlineData("\t", "Blank")]
    [InlineData("\r", "Blank")]
    [InlineData(" \t \r", "Blank")]
    [InlineData("\v", "Text")]
    [InlineData("\uFEFF{}", "ByteOrderMark")]
    [InlineData("\uFEFF", "ByteOrderMark")]
    [InlineData("{}\uFEFF", "Text")]
    [InlineData("{\0}\0", "Utf16")]
    [InlineData("\0", "Utf16")]
    public void A_Line_Is_Told_By_Its_Text(string line, string form) =>
        Assert.Equal(form, LineForms.Of(Encoding.UTF8.GetBytes(line)).ToString());

    [Theory]
    [InlineData("FFFE", "Utf16")]
    [InlineData("FEFF", "Utf16")]
    [InlineData("FEFF7B", "Utf16")]
    [InlineData("FF", "NotUtf8")]
    [InlineData("7BFFFE", "NotUtf8")]
    [InlineData("EFBB", "NotUtf8")]
    [InlineData("EFBBBF", "ByteOrderMark")]
    [InlineData("C3", "NotUtf8")]
    [InlineData("C3BC", "Text")]
    [InlineData("EDA0BD", "NotUtf8")]
    public void A_Line_Is_Told_By_Its_Bytes(string line, string form) =>
        Assert.Equal(form, LineForms.Of(Convert.FromHexString(line)).ToString());
}
