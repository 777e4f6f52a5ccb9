using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// A job as people have it already: the input of <c>aws bedrock create-model-invocation-job</c>, or a job that runs, as
/// <c>get-model-invocation-job</c> prints it.
/// </summary>
public sealed class BatchInferenceJobDefinition
{
    private readonly JobProperties job;
    private readonly bool hasRole;

    private BatchInferenceJobDefinition(JobProperties job, bool hasRole)
    {
        this.job = job;
        this.hasRole = hasRole;
    }

    /// <summary>
    /// Reads a file for <c>--cli-input-json</c>. What <c>--generate-cli-skeleton</c> leaves empty counts as absent, and so does
    /// <c>clientRequestToken</c>, which the provider sets. Of what <c>aws bedrock get-model-invocation-job</c> prints, everything counts as
    /// absent that only Bedrock sets, and the job's name, which Bedrock would refuse to give to another job.
    /// </summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="ArgumentException">The file is no JSON, or not a valid job; the message lists every problem.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static BatchInferenceJobDefinition FromCliJson(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (properties, hasRole) = CliInput.Read(path);
        return new BatchInferenceJobDefinition(properties, hasRole);
    }

    /// <summary>
    /// The job as props, to be changed with <c>with { ... }</c> where it should differ. The file's bucket, role, key and network are
    /// imported; without a <c>roleArn</c> in the file a service role is created.
    /// </summary>
    /// <param name="scope">Where the imported resources are declared.</param>
    /// <param name="id">The id above them, other than the job's.</param>
    public BatchInferenceJobProps ToProps(Construct scope, string id)
    {
        var imports = new Construct(scope, id);
        var definition = job.Definition;
        var (inputBucket, inputKey) = S3Location.Parse(definition.Input.S3Uri);
        var (outputBucket, outputPrefix) = S3Location.Parse(definition.Output.S3Uri);
        return new BatchInferenceJobProps
        {
            JobName = definition.JobName,
            Role = hasRole ? Role.FromRoleArn(imports, "Role", definition.RoleArn) : null,
            Model = BatchInferenceModel.FromId(definition.ModelId),
            Input = BatchInferenceInput.FromBucket(
                Bucket.FromBucketName(imports, "InputBucket", inputBucket), inputKey, definition.Input.S3BucketOwner),
            Output = BatchInferenceOutput.ToBucket(
                Bucket.FromBucketName(imports, "OutputBucket", outputBucket),
                outputPrefix,
                definition.Output.S3EncryptionKeyId is { } key ? ImportKey(imports, key) : null,
                definition.Output.S3BucketOwner),
            VpcSubnets = definition.Vpc is { } vpc ? new SubnetSelection { Subnets = [.. vpc.SubnetIds.Select(ImportSubnet)] } : null,
            SecurityGroups = definition.Vpc?.SecurityGroupIds.Select(ImportSecurityGroup).ToArray(),
            Timeout = definition.TimeoutDurationInHours is { } hours ? Duration.Hours(hours) : null,
            InvocationType = definition.ModelInvocationType is { } type ? Enum.Parse<ModelInvocationType>(type) : null,
            Tags = job.Tags.Count > 0 ? job.Tags : null,
        };

        ISubnet ImportSubnet(string subnetId) => Subnet.FromSubnetId(imports, subnetId, subnetId);
        ISecurityGroup ImportSecurityGroup(string groupId) =>
            SecurityGroup.FromSecurityGroupId(imports, groupId, groupId, new SecurityGroupImportOptions { Mutable = false });
    }

    private static IKey ImportKey(Construct scope, string key)
    {
        const string AliasPrefix = "alias/";
        if (key.StartsWith(AliasPrefix, StringComparison.Ordinal))
        {
            return Alias.FromAliasName(scope, "Key", key);
        }

        return Key.FromKeyArn(scope, "Key", key.StartsWith("arn:", StringComparison.Ordinal)
            ? key
            : Stack.Of(scope).FormatArn(new ArnComponents { Service = "kms", Resource = "key", ResourceName = key }));
    }
}
