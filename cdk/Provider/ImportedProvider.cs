using Amazon.CDK.AWS.Lambda;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>A provider that is deployed already.</summary>
internal sealed class ImportedProvider : Construct, IBatchInferenceProvider
{
    private static readonly TextRule FunctionArn = new(
        value => value.Split(':') is ["arn", _, "lambda", _, _, "function", _, ..],
        "must be the ARN of a Lambda function (arn:aws:lambda:us-east-1:123456789012:function:name)");

    public ImportedProvider(Construct scope, string id, string serviceToken)
        : base(scope, id)
    {
        ServiceToken = ImportedArn.Checked(scope, id, serviceToken, FunctionArn);
        Function = Amazon.CDK.AWS.Lambda.Function.FromFunctionArn(this, "Function", ServiceToken);
    }

    public string ServiceToken { get; }

    public IFunction Function { get; }
}
