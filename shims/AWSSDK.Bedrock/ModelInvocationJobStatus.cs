using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>The state of a batch inference job. A value that is not listed here passes through unchanged.</summary>
public class ModelInvocationJobStatus : ConstantClass
{
    /// <summary>Accepted, not looked at yet.</summary>
    public static readonly ModelInvocationJobStatus Submitted = new("Submitted");

    /// <summary>The input is being checked.</summary>
    public static readonly ModelInvocationJobStatus Validating = new("Validating");

    /// <summary>Checked, waiting for capacity.</summary>
    public static readonly ModelInvocationJobStatus Scheduled = new("Scheduled");

    /// <summary>Records are being processed.</summary>
    public static readonly ModelInvocationJobStatus InProgress = new("InProgress");

    /// <summary>Ended; single records may have failed.</summary>
    public static readonly ModelInvocationJobStatus Completed = new("Completed");

    /// <summary>The timeout passed before every record was processed.</summary>
    public static readonly ModelInvocationJobStatus PartiallyCompleted = new("PartiallyCompleted");

    /// <summary>Ended with an error.</summary>
    public static readonly ModelInvocationJobStatus Failed = new("Failed");

    /// <summary>A stop was asked for.</summary>
    public static readonly ModelInvocationJobStatus Stopping = new("Stopping");

    /// <summary>Ended by a stop.</summary>
    public static readonly ModelInvocationJobStatus Stopped = new("Stopped");

    /// <summary>The timeout passed before the job started.</summary>
    public static readonly ModelInvocationJobStatus Expired = new("Expired");

    /// <summary>Wraps a value.</summary>
    public ModelInvocationJobStatus(string value)
        : base(value)
    {
    }

    /// <summary>Wraps a value; null stays null.</summary>
    public static ModelInvocationJobStatus FindValue(string value) => value is null ? null : new ModelInvocationJobStatus(value);

    /// <summary>Wraps a value; null stays null.</summary>
    public static implicit operator ModelInvocationJobStatus(string value) => FindValue(value);
}
