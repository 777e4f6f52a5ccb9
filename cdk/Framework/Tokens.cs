namespace BatchResource.Cdk.Internal;

/// <summary>
/// Recognizes a string whose value only CloudFormation knows. The CDK marks such strings in the text itself, so this needs no call to the
/// CDK's process.
/// </summary>
internal static class Tokens
{
    private const string InString = "${Token[";
    private const string InList = "#{Token[";

    public static bool IsIn(string text) =>
        text.Contains(InString, StringComparison.Ordinal) || text.Contains(InList, StringComparison.Ordinal);
}
