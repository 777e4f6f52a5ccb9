namespace BatchResource.Contract;

/// <summary>
/// A short mark of one event of CloudFormation, for names and tags. The RequestId is not enough: a retried deployment has the RequestId of
/// the failed one, but it is issued later.
/// </summary>
/// <param name="Request">Six characters made from the RequestId.</param>
/// <param name="IssuedAt">When CloudFormation issued the event, to the second; null if the event does not say it.</param>
internal sealed record EventMark(string Request, DateTimeOffset? IssuedAt)
{
    internal const int Length = RequestLength + IssueTime.Length;
    private const int RequestLength = 6;

    /// <summary>The mark of an event.</summary>
    /// <param name="requestId">CloudFormation's RequestId.</param>
    /// <param name="issuedAt">When CloudFormation issued the event, or null if it is not known.</param>
    public static EventMark Of(string requestId, DateTimeOffset? issuedAt) =>
        new(Base32.HashOf(requestId, RequestLength), IssueTime.Decode(IssueTime.Encode(issuedAt)));

    /// <summary>Reads a mark from its text; null if it is not a mark.</summary>
    public static EventMark? Read(ReadOnlySpan<char> text) =>
        text.Length == Length ? new EventMark(text[..RequestLength].ToString(), IssueTime.Decode(text[RequestLength..])) : null;

    /// <summary>Thirteen lower-case letters and digits.</summary>
    public override string ToString() => Request + IssueTime.Encode(IssuedAt);
}
