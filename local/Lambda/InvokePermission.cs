namespace BatchResource.Local.Lambda;

/// <summary>A statement of a function's own policy.</summary>
/// <param name="Principal">The service or account that may invoke it.</param>
/// <param name="SourceArn">The ARN on whose behalf it may, <c>*</c> allowed in it; null for any.</param>
/// <param name="FunctionName">The function.</param>
internal sealed record InvokePermission(string Principal, string? SourceArn, string FunctionName)
{
    /// <summary>Whether a service may invoke a function on behalf of something.</summary>
    public bool Lets(string principal, string sourceArn, string functionName) =>
        Principal == principal && FunctionName == functionName
        && (SourceArn is null || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(SourceArn, sourceArn, ignoreCase: false));
}
