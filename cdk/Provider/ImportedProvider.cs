using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>A provider that is deployed already.</summary>
internal sealed class ImportedProvider : Construct, IBatchInferenceProvider
{
    public ImportedProvider(Construct scope, string id, string serviceToken)
        : base(scope, id)
    {
        ServiceToken = serviceToken;
        Function = Amazon.CDK.AWS.Lambda.Function.FromFunctionArn(this, "Function", serviceToken);
    }

    public string ServiceToken { get; }

    public IFunction Function { get; }
}
