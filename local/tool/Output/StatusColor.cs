namespace BatchResource.Local.Tool.Output;

/// <summary>The colours that CloudFormation's console gives to states.</summary>
internal static class StatusColor
{
    /// <summary>The name of the colour in Spectre.Console's markup.</summary>
    public static string Of(string status) => status switch
    {
        _ when status.EndsWith("_FAILED", StringComparison.Ordinal) || status.Contains("ROLLBACK", StringComparison.Ordinal) => "red",
        "Failed" or "Expired" => "red",
        _ when status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) => "blue",
        "Submitted" or "Validating" or "Scheduled" or "InProgress" or "Stopping" => "blue",
        "DELETE_SKIPPED" or "PartiallyCompleted" or "Stopped" => "yellow",
        _ => "green",
    };
}
