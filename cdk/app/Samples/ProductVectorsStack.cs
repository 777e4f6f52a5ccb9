using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace BatchResource.SampleApp;

/// <summary>
/// More records than one job may have. They are split over several jobs, and each job waits for the one before. So only one job runs at a
/// time, whatever the quota of jobs is. The stack is complete when all vectors exist.
/// </summary>
internal sealed class ProductVectorsStack : Stack
{
    // The model's quota is 100,000 records, but a sample should be quick.
    private const int RecordsOfAJob = 110;

    private static readonly string[] Kinds =
        ["kettle", "lamp", "chair", "clock", "radio", "knife", "bowl", "scarf", "tent", "drill", "sieve", "torch", "brush"];
    private static readonly string[] Materials = ["steel", "oak", "glass", "wool", "copper", "bamboo", "clay", "linen"];
    private static readonly string[] Places = ["kitchen", "garden", "studio"];

    public ProductVectorsStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        // You paid for the vectors. So the bucket stays when the stack is destroyed, which is the CDK's default.
        var vectors = new Bucket(this, "Vectors", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
        });

        BatchInferenceJobCompletion? before = null;
        var parts = BatchInferenceInput.FromRecords(Products()).Split(RecordsOfAJob);
        for (var number = 0; number < parts.Count; number++)
        {
            var job = new BatchInferenceJob(this, $"Part{number + 1}", new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.titan-embed-text-v2:0"),
                Input = parts[number],
                Output = BatchInferenceOutput.ToBucket(vectors, "vectors"),
            });
            if (before is not null)
            {
                job.Node.AddDependency(before);
            }

            before = job.WaitForCompletion(Duration.Hours(12));
        }

        _ = new CfnOutput(this, "VectorsUri", new CfnOutputProps { Value = $"s3://{vectors.BucketName}/vectors/" });
    }

    private static IEnumerable<BatchInferenceRecord> Products() =>
        from kind in Kinds
        from material in Materials
        from place in Places
        let text = $"A {kind} of {material}, made for the {place}."
        select BatchRecord.TitanEmbedding(text, dimensions: 256, recordId: $"{place}-{material}-{kind}");
}
