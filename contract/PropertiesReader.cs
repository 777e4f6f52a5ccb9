using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>
/// Reads and validates the resource's properties for the construct and the provider (L14). It reports every problem at once.
/// </summary>
internal static class PropertiesReader
{
    /// <summary>
    /// Reads the properties as CloudFormation delivers them: scalars may be strings, and names may be in any case. It reports every
    /// problem.
    /// </summary>
    /// <param name="properties">The <c>ResourceProperties</c> object.</param>
    /// <param name="isUnresolved">
    /// Says whether the value of a string is not known yet (a CDK token). Such a value is not validated, and then the result has no
    /// <see cref="PropertiesResult.Properties"/>.
    /// </param>
    public static PropertiesResult Read(JsonElement properties, Func<string, bool>? isUnresolved = null) =>
        ReadIn(new ReaderContext(isUnresolved), properties);

    /// <summary>
    /// Reads the properties with which a job was started. An earlier version may have allowed tags that begin with
    /// <see cref="ReservedTags.Prefix"/>: such tags are skipped.
    /// </summary>
    /// <param name="properties">The <c>OldResourceProperties</c> of an Update, or the <c>ResourceProperties</c> of a Delete.</param>
    /// <returns>Null if they are not valid.</returns>
    public static JobProperties? ReadEarlier(JsonElement properties) =>
        ReadIn(new ReaderContext(null) { SkipsReservedTags = true }, properties).Properties;

    private static PropertiesResult ReadIn(ReaderContext context, JsonElement properties)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            var received = properties.ValueKind == JsonValueKind.Undefined ? null : JsonText.Shown(properties);
            context.Report("ResourceProperties", "must be an object", received);
            return new PropertiesResult(null, context.Problems);
        }

        var root = new PropertyBag(properties, string.Empty, context);
        root.Skip(PropertyNames.ServiceToken);
        root.Integer(PropertyNames.ServiceTimeout, 1, Limits.ServiceTimeoutInSeconds);
        var jobName = root.Text(PropertyNames.JobName, TextRules.JobName);
        var roleArn = root.Text(PropertyNames.RoleArn, TextRules.RoleArn, isRequired: true);
        var modelId = root.Text(PropertyNames.ModelId, TextRules.ModelId, isRequired: true);
        var input = ReadInput(root);
        var output = ReadOutput(root);
        var vpc = ReadVpc(root);
        var timeout = root.Integer(
            PropertyNames.TimeoutDurationInHours, Limits.MinimumTimeoutInHours, Limits.MaximumTimeoutInHours);
        var invocationType = root.Text(PropertyNames.ModelInvocationType, TextRules.ModelInvocationType);
        var tags = TagsReader.Read(root, context);
        var revision = root.Text(PropertyNames.Revision, TextRules.Revision);
        var waitFor = root.Text(PropertyNames.WaitFor, TextRules.WaitFor);
        root.ReportUnknown();

        if (context.Problems.Count > 0 || context.HasUnresolved)
        {
            return new PropertiesResult(null, context.Problems);
        }

        var definition = new JobDefinition
        {
            JobName = jobName,
            RoleArn = roleArn!,
            ModelId = modelId!,
            Input = input!,
            Output = output!,
            Vpc = vpc,
            TimeoutDurationInHours = timeout,
            ModelInvocationType = invocationType,
            Revision = revision,
        };
        var wait = string.Equals(waitFor, nameof(WaitFor.Validated), StringComparison.Ordinal) ? WaitFor.Validated : WaitFor.Submitted;
        return new PropertiesResult(new JobProperties(definition, tags, wait), context.Problems);
    }

    /// <summary>
    /// The explicit JobName, even if the other properties are not valid; null if there is none. A Delete finds its job by it.
    /// </summary>
    public static string? ReadJobName(JsonElement properties) =>
        properties.ValueKind == JsonValueKind.Object
            ? new PropertyBag(properties, string.Empty, new ReaderContext(null)).Text(PropertyNames.JobName, TextRules.JobName)
            : null;

    private static S3Input? ReadInput(PropertyBag root)
    {
        var union = root.Object(PropertyNames.InputDataConfig, isRequired: true);
        var s3 = union?.Object(PropertyNames.S3InputDataConfig, isRequired: true);
        union?.ReportUnknown();
        if (s3 is null)
        {
            return null;
        }

        var uri = s3.Text(PropertyNames.S3Uri, TextRules.S3Uri, isRequired: true);
        var format = s3.Text(PropertyNames.S3InputFormat, TextRules.S3InputFormat);
        var owner = s3.Text(PropertyNames.S3BucketOwner, TextRules.AccountId);
        s3.ReportUnknown();
        return uri is null ? null : new S3Input(uri, format, owner);
    }

    private static S3Output? ReadOutput(PropertyBag root)
    {
        var union = root.Object(PropertyNames.OutputDataConfig, isRequired: true);
        var s3 = union?.Object(PropertyNames.S3OutputDataConfig, isRequired: true);
        union?.ReportUnknown();
        if (s3 is null)
        {
            return null;
        }

        var uri = s3.Text(PropertyNames.S3Uri, TextRules.S3Uri, isRequired: true);
        var key = s3.Text(PropertyNames.S3EncryptionKeyId, TextRules.KmsKeyId);
        var owner = s3.Text(PropertyNames.S3BucketOwner, TextRules.AccountId);
        s3.ReportUnknown();
        return uri is null ? null : new S3Output(uri, key, owner);
    }

    private static VpcSettings? ReadVpc(PropertyBag root)
    {
        var vpc = root.Object(PropertyNames.VpcConfig);
        if (vpc is null)
        {
            return null;
        }

        var subnets = vpc.Texts(PropertyNames.SubnetIds, TextRules.VpcId, 1, Limits.Subnets);
        var groups = vpc.Texts(PropertyNames.SecurityGroupIds, TextRules.VpcId, 1, Limits.SecurityGroups);
        vpc.ReportUnknown();
        return new VpcSettings(subnets, groups);
    }
}

/// <summary>The result of <see cref="PropertiesReader.Read"/>: the properties, or all their problems.</summary>
/// <param name="Properties">The properties, or null if there are problems or values that are not known yet.</param>
/// <param name="Problems">Every problem, in the order of the properties.</param>
internal sealed record PropertiesResult(JobProperties? Properties, IReadOnlyList<PropertyProblem> Problems);
