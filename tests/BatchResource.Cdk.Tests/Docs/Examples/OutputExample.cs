using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class OutputExample : Stack
{
    public OutputExample(Construct scope, string id)
        : base(scope, id)
    {
        var key = new Key(this, "Key");
        var bucket = new Bucket(this, "Results", new BucketProps { EncryptionKey = key, EnforceSSL = true });
        var output = BatchInferenceOutput.ToBucket(bucket, "summaries", key);
    }
}
