using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>The valid properties of <see cref="ResourceType.Completion"/>.</summary>
internal sealed record CompletionProperties
{
    /// <summary>The ARN of the job.</summary>
    public required string JobArn { get; init; }

    /// <summary>The presigned URL of the wait condition's handle. Null for the resource after the condition.</summary>
    public string? WaitHandle { get; init; }

    /// <summary>Which end is a success.</summary>
    public required CompletionCriteria Criteria { get; init; }

    /// <summary>How long the condition waits. Null if no schedule asks.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether a schedule asks. Otherwise the event at the end of the job does.</summary>
    public bool IsScheduled { get; init; }

    /// <summary>Does not show the handle, which is a credential.</summary>
    public override string ToString() => JobArn;

    /// <summary>Reads the properties of a resource.</summary>
    /// <param name="properties">A JSON object.</param>
    /// <param name="problems">All problems. They quote no value, because one of the values is a credential.</param>
    /// <returns>Null if there are problems.</returns>
    public static CompletionProperties? Read(JsonElement properties, out IReadOnlyList<PropertyProblem> problems) =>
        Read(properties, isEvent: false, out problems);

    /// <summary>Reads an event about a job's end. It has the same members and those of <see cref="CompletionEventMember"/>.</summary>
    /// <param name="payload">A JSON object.</param>
    /// <param name="problems">All problems, without values.</param>
    /// <returns>Null if there are problems.</returns>
    public static CompletionProperties? ReadEvent(JsonElement payload, out IReadOnlyList<PropertyProblem> problems) =>
        Read(payload, isEvent: true, out problems);

    private static CompletionProperties? Read(JsonElement properties, bool isEvent, out IReadOnlyList<PropertyProblem> problems)
    {
        var context = new ReaderContext(isUnresolved: null, quotesValues: false);
        problems = context.Problems;
        if (properties.ValueKind != JsonValueKind.Object)
        {
            context.Report("ResourceProperties", "must be an object");
            return null;
        }

        var root = new PropertyBag(properties, string.Empty, context);
        root.Skip(PropertyNames.ServiceToken);
        root.Integer(PropertyNames.ServiceTimeout, 1, Limits.ServiceTimeoutInSeconds);
        var jobArn = root.Text(CompletionPropertyNames.JobArn, TextRules.JobArn, isRequired: true);
        var handle = root.Text(CompletionPropertyNames.WaitHandle, TextRules.WaitHandle);
        var accept = Boolean(root, CompletionPropertyNames.AcceptPartiallyCompleted);
        var minimum = Threshold(root, CompletionPropertyNames.MinimumSuccessRecords);
        var maximum = Threshold(root, CompletionPropertyNames.MaximumErrorRecords);
        var timeout = root.Integer(CompletionPropertyNames.Timeout, 1, Limits.WaitConditionTimeoutInSeconds);
        var isScheduled = isEvent && Boolean(root, CompletionEventMember.Scheduled);
        root.ReportUnknown();
        return context.Problems.Count > 0
            ? null
            : new CompletionProperties
            {
                JobArn = jobArn!,
                WaitHandle = handle,
                Criteria = new CompletionCriteria(accept, minimum, maximum),
                Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                IsScheduled = isScheduled,
            };
    }

    private static bool Boolean(PropertyBag root, string name) =>
        string.Equals(root.Text(name, TextRules.Boolean), "true", StringComparison.Ordinal);

    private static RecordThreshold? Threshold(PropertyBag root, string name) =>
        root.Text(name, TextRules.RecordThreshold) is { } text ? RecordThreshold.TryParse(text) : null;
}
