namespace BatchResource.Cdk.Internal;

/// <summary>
/// Tells a string whose value is only known to CloudFormation. The CDK marks such strings in the text itself, so this needs no call
/// across the process boundary to its runtime.
/// </summary>
internal static class Tokens
{
    private const string InString = "${Token[";
    private const string InList = "#{Token[";

    public static bool IsIn(string text) =>
        text.Contains(InString, StringComparison.Ordinal) || text.Contains(InList, StringComparison.Ordinal);
}
