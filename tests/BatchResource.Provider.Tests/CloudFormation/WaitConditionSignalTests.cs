using System.Text.Json;
using BatchResource.Provider.CloudFormation;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>What a wait condition is told.</summary>
public sealed class WaitConditionSignalTests
{
    private const string Emoji = "\U0001F600";

    [Fact]
    public void Success_Is_Signalled_In_The_Form_That_CloudFormation_Documents() => Assert.Equal(
        """{"Status":"SUCCESS","UniqueId":"abc","Data":"abc","Reason":"The job has completed"}""",
        JsonSerializer.SerializeToElement(Read(failureReason: null)).GetRawText());

    [Fact]
    public void A_Failure_Carries_Its_Reason()
    {
        var signal = Read("job abc is Failed");
        Assert.Equal("FAILURE", signal.GetProperty("Status").GetString());
        Assert.Equal("job abc is Failed", signal.GetProperty("Reason").GetString());
    }

    [Theory]
    [InlineData(899)]
    [InlineData(900)]
    public void A_Reason_That_Fits_Is_Not_Cut(int length) => Assert.Equal(new string('x', length), Reason(new string('x', length)));

    [Fact]
    public void A_Long_Reason_Is_Cut() => Assert.Equal(new string('x', 900), Reason(new string('x', 901)));

    [Fact]
    public void A_Long_Reason_Is_Not_Cut_Within_A_Character()
    {
        Assert.Equal(new string('x', 899), Reason($"{new string('x', 899)}{Emoji}"));
        Assert.Equal($"{new string('x', 898)}{Emoji}", Reason($"{new string('x', 898)}{Emoji}x"));
    }

    private static string Reason(string failureReason) => Read(failureReason).GetProperty("Reason").GetString()!;

    private static JsonElement Read(string? failureReason) =>
        JsonSerializer.Deserialize<JsonElement>(WaitConditionSignal.Write("abc", failureReason).Span);
}
