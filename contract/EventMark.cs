namespace BatchResource.Contract;

/// <summary>
/// Stands for one event of CloudFormation in names and tags. A RequestId alone does not: a deployment that is retried has the RequestId of
/// the one that failed, and is issued later.
/// </summary>
/// <param name="Request">Six characters that stand for the RequestId.</param>
/// <param name="IssuedAt">When CloudFormation issued the event, to the second; null when the event did not tell.</param>
internal sealed record EventMark(string Request, DateTimeOffset? IssuedAt)
{
    internal const int Length = RequestLength + IssueTime.Length;
    private const int RequestLength = 6;

    /// <summary>The mark of an event.</summary>
    /// <param name="requestId">CloudFormation's RequestId.</param>
    /// <param name="issuedAt">When CloudFormation issued the event, or null when it does not tell.</param>
    public static EventMark Of(string requestId, DateTimeOffset? issuedAt) =>
        new(Base32.HashOf(requestId, RequestLength), IssueTime.Decode(IssueTime.Encode(issuedAt)));

    /// <summary>Reads a mark from its text; null when it is none.</summary>
    public static EventMark? Read(ReadOnlySpan<char> text) =>
        text.Length == Length ? new EventMark(text[..RequestLength].ToString(), IssueTime.Decode(text[RequestLength..])) : null;

    /// <summary>Thirteen lower-case letters and digits.</summary>
    public override string ToString() => Request + IssueTime.Encode(IssuedAt);
}
