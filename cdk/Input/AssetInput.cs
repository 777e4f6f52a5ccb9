using Amazon.CDK.AWS.S3.Assets;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Uploads local records as an asset.</summary>
internal static class AssetInput
{
    // One file's key would do for this job. But an update changes the policy before it stops the old job, and a rollback may return to
    // that one: every version of the input stays readable. Other kinds of asset share the bucket and do not.
    private const string ReadableKeys = "*.jsonl";

    public static BoundInput Bind(Construct scope, string path)
    {
        var asset = new Asset(scope, "Input", new AssetProps { Path = path });
        return new BoundInput(asset.Bucket, asset.S3ObjectKey, ReadableKeys, asset.S3ObjectUrl, null, []) { IsContentAddressed = true };
    }
}
