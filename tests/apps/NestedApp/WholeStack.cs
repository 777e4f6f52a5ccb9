using Amazon.CDK;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace NestedApp;

/// <summary>A stack with a job in a nested one, and so many parameters that CloudFormation takes its template from a bucket only.</summary>
internal sealed class WholeStack : Stack
{
    private const int Notes = 60;
    private const int NoteLength = 900;

    public WholeStack(Construct scope, string id)
        : base(scope, id)
    {
        var summaries = new SummariesStack(this, "Nightly");
        for (var i = 0; i < Notes; i++)
        {
            _ = new StringParameter(this, $"Note{i}", new StringParameterProps { StringValue = new string('x', NoteLength) });
        }

        _ = new CfnOutput(this, "JobArn", new CfnOutputProps { Value = summaries.JobArn });
    }
}
