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
/// A job that you already have as JSON of the AWS CLI: the input of <c>aws bedrock create-model-invocation-job</c>, or the output of
/// <c>get-model-invocation-job</c>.
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
    /// Reads a file for <c>--cli-input-json</c>, or the output of <c>aws bedrock get-model-invocation-job</c>. Empty members count as
    /// absent, because <c>--generate-cli-skeleton</c> writes them. <c>clientRequestToken</c> is ignored, because the provider sets it. In
    /// the output of a job, the members that only Bedrock sets are ignored. The job's name is ignored too, because Bedrock never gives it
    /// to another job.
    /// </summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="ArgumentException">The file is not JSON, or it is not a valid job. The message lists every problem.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static BatchInferenceJobDefinition FromCliJson(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (properties, hasRole) = CliInput.Read(path);
        return new BatchInferenceJobDefinition(properties, hasRole);
    }

    /// <summary>
    /// Returns the job as props. Change them with <c>with { ... }</c>. The bucket, role, key and network in the file are imported. If the
    /// file has no <c>roleArn</c>, the construct creates a service role.
    /// </summary>
    /// <param name="scope">The construct in which the imported resources are declared.</param>
    /// <param name="id">The id of the construct that holds the imported resources. It must differ from the job's id.</param>
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
