using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>
/// Writes a definition in one form, however it was spelled. The form is part of the contract with running jobs: after a change, every
/// deployed job would look like another definition. So only members that are left out when absent may be added.
/// </summary>
internal static class CanonicalDefinition
{
    private const int DefaultTimeoutInHours = Limits.MinimumTimeoutInHours;
    private const string DefaultInvocationType = "InvokeModel";

    /// <summary>Compact JSON with members in a fixed order; defaults and absent members are left out.</summary>
    public static string Write(JobDefinition definition)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteIfPresent(json, "jobName", definition.JobName);
            json.WriteString("roleArn", definition.RoleArn);
            json.WriteString("modelId", ModelIdOf(definition.ModelId));
            json.WriteString("input", definition.Input.S3Uri);
            WriteIfPresent(json, "inputOwner", definition.Input.S3BucketOwner);
            json.WriteString("output", definition.Output.S3Uri.TrimEnd('/'));
            WriteIfPresent(json, "outputOwner", definition.Output.S3BucketOwner);
            WriteIfPresent(json, "outputKey", definition.Output.S3EncryptionKeyId);
            if (definition.Vpc is { } vpc)
            {
                WriteSet(json, "subnets", vpc.SubnetIds);
                WriteSet(json, "securityGroups", vpc.SecurityGroupIds);
            }

            if (definition.TimeoutDurationInHours is { } hours && hours != DefaultTimeoutInHours)
            {
                json.WriteString("timeout", hours.ToString(CultureInfo.InvariantCulture));
            }

            if (!string.Equals(definition.ModelInvocationType, DefaultInvocationType, StringComparison.Ordinal))
            {
                WriteIfPresent(json, "invocationType", definition.ModelInvocationType);
            }

            WriteIfPresent(json, "revision", definition.Revision);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// The id in a model's ARN. Bedrock accepts both for the same model and returns the ARN. A custom model has no id of its own.
    /// </summary>
    public static string ModelIdOf(string modelId)
    {
        var slash = modelId.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return modelId;
        }

        var kind = modelId.AsSpan(0, slash);
        kind = kind[(kind.LastIndexOf(':') + 1)..];
        return kind is "foundation-model" or "inference-profile" or "application-inference-profile" ? modelId[(slash + 1)..] : modelId;
    }

    private static void WriteIfPresent(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteSet(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in new SortedSet<string>(values, StringComparer.Ordinal))
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
