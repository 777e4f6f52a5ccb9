using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes the properties of the CloudFormation resource. Properties that are not set are left out.</summary>
internal static class JobPropertiesWriter
{
    /// <summary>
    /// How many seconds CloudFormation waits for an answer. It is a little longer than the function can run. If the provider is silent, the
    /// deployment then fails after minutes, not after CloudFormation's hour.
    /// </summary>
    public const string ServiceTimeout = "960";

    public static Dictionary<string, object> Write(
        BatchInferenceJobProps props, JobParts parts, IRole role, IBatchInferenceProvider provider) =>
        Set(new(StringComparer.Ordinal)
        {
            [PropertyNames.ServiceToken] = provider.ServiceToken,
            [PropertyNames.ServiceTimeout] = ServiceTimeout,
            [PropertyNames.JobName] = props.JobName,
            [PropertyNames.RoleArn] = GivenRole.Of(role).Arn,
            [PropertyNames.ModelId] = parts.Model.ModelId,
            [PropertyNames.InputDataConfig] = Union(PropertyNames.S3InputDataConfig, new(StringComparer.Ordinal)
            {
                [PropertyNames.S3Uri] = parts.Input.S3Uri,
                [PropertyNames.S3InputFormat] = "JSONL",
                [PropertyNames.S3BucketOwner] = parts.Input.S3BucketOwner,
            }),
            [PropertyNames.OutputDataConfig] = Union(PropertyNames.S3OutputDataConfig, new(StringComparer.Ordinal)
            {
                [PropertyNames.S3Uri] = parts.Output.S3Uri,
                [PropertyNames.S3EncryptionKeyId] = parts.Output.EncryptionKey?.KeyArn,
                [PropertyNames.S3BucketOwner] = parts.Output.S3BucketOwner,
            }),
            [PropertyNames.VpcConfig] = parts.Vpc is { } vpc ? Vpc(vpc) : null,
            [PropertyNames.TimeoutDurationInHours] = props.Timeout is { } timeout ? Hours(timeout) : null,
            [PropertyNames.ModelInvocationType] = props.InvocationType?.ToString(),
            [PropertyNames.Revision] = props.Revision,
            [PropertyNames.WaitFor] = props.WaitFor?.ToString(),
        });

    private static Dictionary<string, object> Union(string member, Dictionary<string, object?> value) =>
        new(StringComparer.Ordinal) { [member] = Set(value) };

    private static Dictionary<string, object> Vpc(VpcSettings vpc) => new(StringComparer.Ordinal)
    {
        [PropertyNames.SubnetIds] = vpc.SubnetIds.ToArray(),
        [PropertyNames.SecurityGroupIds] = vpc.SecurityGroupIds.ToArray(),
    };

    // Part hours stay a fraction here, so that the validation can report them.
    private static string Hours(Duration timeout)
    {
        var hours = timeout.ToHours(new TimeConversionOptions { Integral = false });
        return Token.IsUnresolved(hours) ? Token.AsString(hours) : hours.ToString(CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, object> Set(Dictionary<string, object?> properties) => properties
        .Where(property => property.Value is not null)
        .ToDictionary(property => property.Key, property => property.Value!, StringComparer.Ordinal);
}
