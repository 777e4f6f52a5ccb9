namespace BatchResource.Contract;

/// <summary>
/// Who makes the models of Bedrock: the part of a foundation model's id before the dot. The list tells an inference profile of a geography
/// that is not known yet from a foundation model; a vendor that it lacks is a vendor all the same. Read on 2026-11-25 from
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html">Supported foundation models</see>.
/// </summary>
internal static class ModelVendors
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "luma", "meta", "minimax", "mistral", "moonshot", "moonshotai",
        "nvidia", "openai", "qwen", "stability", "twelvelabs", "writer", "zai",
    };

    public static bool Contains(string vendor) => Known.Contains(vendor);
}
