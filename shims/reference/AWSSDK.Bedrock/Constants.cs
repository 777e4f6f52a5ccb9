namespace Amazon.Bedrock;

public class ModelInvocationJobStatus : ConstantClass
{
    public extern ModelInvocationJobStatus(string value);
    public static readonly ModelInvocationJobStatus Completed;
    public static readonly ModelInvocationJobStatus Expired;
    public static readonly ModelInvocationJobStatus Failed;
    public static extern ModelInvocationJobStatus FindValue(string value);
    public static readonly ModelInvocationJobStatus InProgress;
    public static readonly ModelInvocationJobStatus PartiallyCompleted;
    public static readonly ModelInvocationJobStatus Scheduled;
    public static readonly ModelInvocationJobStatus Stopped;
    public static readonly ModelInvocationJobStatus Stopping;
    public static readonly ModelInvocationJobStatus Submitted;
    public static readonly ModelInvocationJobStatus Validating;
    public static extern implicit operator ModelInvocationJobStatus(string value);
}

public class ModelInvocationType : ConstantClass
{
    public extern ModelInvocationType(string value);
    public static readonly ModelInvocationType Converse;
    public static extern ModelInvocationType FindValue(string value);
    public static readonly ModelInvocationType InvokeModel;
    public static extern implicit operator ModelInvocationType(string value);
}

public class S3InputFormat : ConstantClass
{
    public extern S3InputFormat(string value);
    public static extern S3InputFormat FindValue(string value);
    public static readonly S3InputFormat JSONL;
    public static extern implicit operator S3InputFormat(string value);
}

public class SortJobsBy : ConstantClass
{
    public extern SortJobsBy(string value);
    public static readonly SortJobsBy CreationTime;
    public static extern SortJobsBy FindValue(string value);
    public static extern implicit operator SortJobsBy(string value);
}

public class SortOrder : ConstantClass
{
    public extern SortOrder(string value);
    public static readonly SortOrder Ascending;
    public static readonly SortOrder Descending;
    public static extern SortOrder FindValue(string value);
    public static extern implicit operator SortOrder(string value);
}
