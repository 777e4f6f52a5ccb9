using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchResource.Contract.Tests.Records;

/// <summary>Half of an emoji is found, in a text and in the JSON that spells it.</summary>
public sealed class SurrogatesTests
{
    [Theory]
    [InlineData(@"", false)]
    [InlineData(@"plain", false)]
    [InlineData(@"\ud83d\ude00", false)]
    [InlineData(@"a\ud83d\ude00b\ud83d\ude01", false)]
    [InlineData(@"\ud83d\ude00\ud83d\ude01", false)]
    [InlineData(@"\ud83d", true)]
    [InlineData(@"a\ud83d", true)]
    [InlineData(@"\ud83da", true)]
    [InlineData(@"\ude00", true)]
    [InlineData(@"\ude00\ud83d", true)]
    [InlineData(@"\ud83d\ud83d\ude00", true)]
    [InlineData(@"\ud83d\ude00\ude00", true)]
    [InlineData(@"a\ud83d\ude00\ud83d", true)]
    public void A_Text_Is_Broken_Where_A_Surrogate_Is_Alone(string escaped, bool isBroken) =>
        Assert.Equal(isBroken, Surrogates.AreBrokenIn(Regex.Unescape(escaped)));

    [Theory]
    [InlineData("", false)]
    [InlineData("plain \u00fc", false)]
    [InlineData(@"\n\\\""\/", false)]
    [InlineData(@"\u00fc\uffff\u0000", false)]
    [InlineData(@"\ud83d\ude00", false)]
    [InlineData(@"a\uD83D\uDE00b\ud83d\ude01\n", false)]
    [InlineData(@"\\ud83d", false)]
    [InlineData(@"\\\\ude00", false)]
    [InlineData(@"\ud83d", true)]
    [InlineData(@"a\ud83d", true)]
    [InlineData(@"\ud83da", true)]
    [InlineData(@"\ud83d\n", true)]
    [InlineData(@"\ud83d\\ude00", true)]
    [InlineData(@"\ud83d\u0061\ude00", true)]
    [InlineData(@"\ude00", true)]
    [InlineData(@"x\ude00x", true)]
    [InlineData(@"\ude00\ud83d", true)]
    [InlineData(@"\ud83d\ud83d\ude00", true)]
    [InlineData(@"\ud83d\ude00\ude00", true)]
    [InlineData(@"\\\ud83d", true)]
    public void Json_Is_Broken_Where_An_Escape_Is_Half_Of_A_Pair(string json, bool isBroken)
    {
        Assert.Equal(isBroken, Surrogates.AreBrokenIn(Encoding.UTF8.GetBytes(json)));

        // System.Text.Json does not give the text of such a string.
        var value = JsonSerializer.Deserialize<JsonElement>($"\"{json}\"");
        Assert.Equal(isBroken, Record.Exception(() => value.GetString()) is InvalidOperationException);
    }
}
