namespace BatchResource.Cdk.Internal;

/// <summary>Finds props that are valid alone but do not fit together.</summary>
internal static class Conflicts
{
    public static IEnumerable<string> In(BatchInferenceJobProps props, JobParts parts)
    {
        if (props is { JobName: { } name, Revision: { } revision } && !Tokens.IsIn(name) && !Tokens.IsIn(revision))
        {
            yield return $"{nameof(props.Revision)} starts a new job, but Bedrock never frees the name \"{name}\" of the old one: "
                + $"leave out {nameof(props.JobName)}, or change it instead of {nameof(props.Revision)}";
        }

        if (parts.Vpc is null && props.SecurityGroups is { Count: > 0 })
        {
            yield return $"{nameof(props.SecurityGroups)} need {nameof(props.Vpc)}, which is not set";
        }

        if (parts.Vpc is null && props.VpcSubnets is not null)
        {
            yield return $"{nameof(props.VpcSubnets)} need {nameof(props.Vpc)}, which is not set";
        }

        if (IsWithin(parts.Output, parts.Input))
        {
            yield return $"Output (\"{parts.Output.Prefix}\") must not be within Input (\"{parts.Input.Key}\") in the same bucket: "
                + "the next job would read these results as records";
        }
    }

    /// <summary>Finds what may be a mistake, with the id by which the app acknowledges it.</summary>
    public static IEnumerable<(string Id, string Warning)> Ahead(BatchInferenceJobProps props, JobParts parts, VpcBinding? vpc)
    {
        if (props.JobName is { } name && !Tokens.IsIn(name) && parts.Input.IsContentAddressed)
        {
            yield return (
                "jobNameOutlivesInput",
                $"a change of the records starts a new job, but Bedrock never frees the name \"{name}\" of the old one: "
                + $"leave out {nameof(props.JobName)}, or change it whenever the records change");
        }

        if (vpc is { IsPublic: true })
        {
            yield return (
                "publicSubnets",
                $"{nameof(props.VpcSubnets)} has only public subnets. The job's network interfaces have no public address, so they reach "
                + "S3 only through a gateway endpoint of these subnets: select private or isolated subnets, and add an endpoint for S3");
        }

        foreach (var warning in parts.Input.Warnings)
        {
            yield return ("records", warning);
        }
    }

    private static bool IsWithin(BoundOutput output, BoundInput input) =>
        !input.IsContentAddressed
        && string.Equals(BucketFacts.Of(output.Bucket).Name, BucketFacts.Of(input.Bucket).Name, StringComparison.Ordinal)
        && !Tokens.IsIn(input.Key) && !Tokens.IsIn(output.Prefix)
        && (input.Key.Length == 0 || (input.Key.EndsWith('/') && output.Prefix.StartsWith(input.Key, StringComparison.Ordinal)));
}
