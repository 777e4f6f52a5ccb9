using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>The properties of <see cref="ResourceType.Completion"/>, read and found valid.</summary>
/// <param name="JobArn">The ARN of the job.</param>
/// <param name="WaitHandle">The presigned URL of the wait condition's handle, or null for the resource behind the condition.</param>
/// <param name="AcceptPartiallyCompleted">Whether a job that ended as PartiallyCompleted is a success.</param>
public sealed record CompletionProperties(string JobArn, string? WaitHandle, bool AcceptPartiallyCompleted)
{
    /// <summary>Shows nothing of the handle, which is a credential.</summary>
    public override string ToString() => JobArn;

    /// <summary>Reads the properties, or the event of a job's end, which has the same members.</summary>
    /// <param name="properties">A JSON object.</param>
    /// <param name="problems">Everything that is wrong with it; no value is quoted, since one of them is a credential.</param>
    /// <returns>Null when there are problems.</returns>
    public static CompletionProperties? Read(JsonElement properties, out IReadOnlyList<PropertyProblem> problems)
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
        var accept = root.Text(CompletionPropertyNames.AcceptPartiallyCompleted, TextRules.Boolean);
        var handle = root.Text(CompletionPropertyNames.WaitHandle, TextRules.WaitHandle);
        root.ReportUnknown();
        return context.Problems.Count > 0
            ? null
            : new CompletionProperties(jobArn!, handle, string.Equals(accept, "true", StringComparison.OrdinalIgnoreCase));
    }
}
