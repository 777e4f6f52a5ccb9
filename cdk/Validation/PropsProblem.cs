using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Describes a problem in the terms of <see cref="BatchInferenceJobProps"/>.</summary>
internal static class PropsProblem
{
    private const string InputPath = $"{PropertyNames.InputDataConfig}.{PropertyNames.S3InputDataConfig}";
    private const string OutputPath = $"{PropertyNames.OutputDataConfig}.{PropertyNames.S3OutputDataConfig}";

    // The order counts, because the beginning of a path decides.
    private static readonly (string Contract, string Props)[] Names =
    [
        ($"{InputPath}.{PropertyNames.S3BucketOwner}", "Input (bucketOwner)"),
        (InputPath, "Input"),
        ($"{OutputPath}.{PropertyNames.S3EncryptionKeyId}", "Output (encryptionKey)"),
        ($"{OutputPath}.{PropertyNames.S3BucketOwner}", "Output (bucketOwner)"),
        (OutputPath, "Output"),
        ($"{PropertyNames.VpcConfig}.{PropertyNames.SubnetIds}", nameof(BatchInferenceJobProps.VpcSubnets)),
        ($"{PropertyNames.VpcConfig}.{PropertyNames.SecurityGroupIds}", $"{nameof(BatchInferenceJobProps.SecurityGroups)} (with Vpc)"),
        (PropertyNames.RoleArn, nameof(BatchInferenceJobProps.Role)),
        (PropertyNames.ModelId, nameof(BatchInferenceJobProps.Model)),
        (PropertyNames.TimeoutDurationInHours, $"{nameof(BatchInferenceJobProps.Timeout)} (in hours)"),
        (PropertyNames.ModelInvocationType, nameof(BatchInferenceJobProps.InvocationType)),
    ];

    public static string Describe(PropertyProblem problem)
    {
        foreach (var (contract, props) in Names)
        {
            if (problem.Path.StartsWith(contract, StringComparison.Ordinal))
            {
                var rest = problem.Path[contract.Length..];
                return (problem with { Path = props + (rest.StartsWith('[') ? rest : string.Empty) }).ToString();
            }
        }

        return problem.ToString();
    }
}
