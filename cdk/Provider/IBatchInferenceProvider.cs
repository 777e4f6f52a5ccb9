using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>The Lambda function that answers CloudFormation's events for batch inference jobs.</summary>
public interface IBatchInferenceProvider : IConstruct
{
    /// <summary>
    /// The function's ARN, which becomes the job's <c>ServiceToken</c>. CloudFormation does not allow a resource to change it.
    /// </summary>
    string ServiceToken { get; }

    /// <summary>The function.</summary>
    IFunction Function { get; }
}
