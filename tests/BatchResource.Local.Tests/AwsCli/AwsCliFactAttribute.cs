namespace BatchResource.Local.Tests.AwsCli;

/// <summary>A test that runs the AWS CLI, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute()
    {
        if (AwsCommand.Path is null)
            Skip = "the AWS CLI is not installed";
    }
}
