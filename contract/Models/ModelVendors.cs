namespace BatchResource.Contract;

/// <summary>
/// The vendors of Bedrock's models: the part of a foundation model's id before the dot. The list distinguishes an inference profile of an
/// unknown geography from a foundation model. A vendor that is missing here is still accepted. Read on 2026-11-25 from
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
