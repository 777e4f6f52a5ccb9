using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>The Lambda function that answers CloudFormation's events for batch inference jobs.</summary>
public interface IBatchInferenceProvider : IConstruct
{
    /// <summary>What a job's <c>ServiceToken</c> is: the function's ARN. CloudFormation does not let a resource change it.</summary>
    string ServiceToken { get; }

    /// <summary>The function.</summary>
    IFunction Function { get; }
}
