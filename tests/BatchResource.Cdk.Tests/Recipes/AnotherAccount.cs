using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Recipes;

/// <summary>In the account that runs the job.</summary>
internal sealed class AnotherAccount : Stack
{
    public AnotherAccount(Construct scope, string id, string owner, IStackProps props)
        : base(scope, id, props)
    {
        // The owner says the name of the bucket and the ARN of the key. An alias of another account does not work.
        var key = Key.FromKeyArn(this, "Key", $"arn:aws:kms:us-east-1:{owner}:key/0e1f2a3b-1111-2222-3333-444455556666");
        var data = Bucket.FromBucketAttributes(this, "Data", new BucketAttributes { BucketName = "team-data", EncryptionKey = key });
        Job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(data, "in/", owner),
            Output = BatchInferenceOutput.ToBucket(data, "out", key, owner),
        });
    }

    public BatchInferenceJob Job { get; }
}

/// <summary>In the account that has the bucket and the key.</summary>
internal sealed class DataOwner : Stack
{
    public DataOwner(Construct scope, string id, AnotherAccount user, IStackProps props)
        : base(scope, id, props)
    {
        var key = new Key(this, "Key");
        var bucket = new Bucket(this, "Bucket", new BucketProps { BucketName = "team-data", EncryptionKey = key, EnforceSSL = true });
        foreach (var statement in user.Job.RequiredBucketPolicy(bucket))
        {
            bucket.AddToResourcePolicy(statement);
        }

        foreach (var statement in user.Job.RequiredKeyPolicy(key))
        {
            key.AddToResourcePolicy(statement);
        }
    }
}
