using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>A job that exists already.</summary>
internal sealed class ImportedJob : BatchInferenceJobBase
{
    private readonly BatchInferenceJobAttributes attributes;

    public ImportedJob(Construct scope, string id, BatchInferenceJobAttributes attributes)
        : base(scope, id, new ResourceProps { EnvironmentFromArn = ImportedArn.Checked(scope, id, attributes.JobArn, TextRules.JobArn) })
    {
        this.attributes = attributes;
        JobId = Arn.Split(attributes.JobArn, ArnFormat.SLASH_RESOURCE_NAME).ResourceName!;
        GrantPrincipal = new UnknownPrincipal(new UnknownPrincipalProps { Resource = this });
    }

    public override string JobArn => attributes.JobArn;

    public override string JobId { get; }

    public override IBucket? ResultsBucket => attributes.ResultsBucket;

    public override IPrincipal GrantPrincipal { get; }

    private protected override string OutputPrefix =>
        string.IsNullOrEmpty(attributes.OutputPrefix) ? string.Empty : $"{attributes.OutputPrefix.TrimEnd('/')}/";

    private protected override IKey? ResultsKey => attributes.EncryptionKey;

    private protected override string? MetricModelId => attributes.ModelId;
}
