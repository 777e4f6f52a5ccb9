namespace BatchResource.Provider.Jobs;

/// <summary>The ARN of a model invocation job: <c>arn:PARTITION:bedrock:REGION:ACCOUNT:model-invocation-job/ID</c>.</summary>
internal sealed record JobArn
{
    private const string ResourcePrefix = "model-invocation-job/";
    private const int IdLength = 12;

    private JobArn(string value, string region, string account, string id)
    {
        Value = value;
        Region = region;
        Account = account;
        Id = id;
    }

    public string Value { get; }

    public string Region { get; }

    public string Account { get; }

    /// <summary>The twelve characters at the end.</summary>
    public string Id { get; }

    /// <summary>Reads an ARN; null when the text is anything else.</summary>
    public static JobArn? TryParse(string? text)
    {
        if (text?.Split(':') is not ["arn", var partition, "bedrock", var region, var account, var resource]
            || !partition.StartsWith("aws", StringComparison.Ordinal)
            || !resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var id = resource[ResourcePrefix.Length..];
        return id.Length == IdLength && IsLowerAlphanumeric(id) ? new JobArn(text, region, account, id) : null;
    }

    /// <summary>
    /// The model as Bedrock reports it for a job of this Region: a foundation model's id becomes its ARN. Null for an id that may be an
    /// inference profile's.
    /// </summary>
    public string? ModelArnOf(string modelId) =>
        modelId.StartsWith("arn:", StringComparison.Ordinal) ? modelId
        : modelId.Count(character => character == '.') == 1 ? $"arn:{Value.Split(':')[1]}:bedrock:{Region}::foundation-model/{modelId}"
        : null;

    public override string ToString() => Value;

    private static bool IsLowerAlphanumeric(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
