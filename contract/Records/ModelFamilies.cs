using static BatchResource.Contract.MemberRule;

namespace BatchResource.Contract;

/// <summary>
/// The rules for the request bodies of models, as far as AWS documents them. docs/checks.md says which pages were read, and when. A model
/// that is not in this list is not checked: AWS adds models faster than this list grows.
/// </summary>
internal static class ModelFamilies
{
    private const string UserGuide = "https://docs.aws.amazon.com/bedrock/latest/userguide/";
    private const string Nova = "https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html";

    public static readonly ModelFamily Converse = new(
        ModelForm.Converse,
        "Converse",
        "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html",
        [
            Required(MemberType.FilledArray, "messages"),

            // https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html, in a note
            Forbidden("toolConfig"),
            Forbidden("modelId"),
            Forbidden("anthropic_version") with { IsWarning = true },
            Forbidden("max_tokens") with { IsWarning = true },
        ])
    {
        HasMessages = true,
        HasContentBlocks = true,
    };

    private static readonly ModelFamily Claude = new(
        ModelForm.Anthropic,
        "Claude",
        UserGuide + "model-parameters-anthropic-claude-messages-request-response.html",
        [
            Required(MemberType.Text, "anthropic_version") with { Values = ["bedrock-2023-05-31"] },
            Required(MemberType.Number, "max_tokens"),
            Required(MemberType.FilledArray, "messages"),
            Forbidden("model") with { IsWarning = true },
            Forbidden("stream") with { IsWarning = true },
        ])
    {
        HasMessages = true,
    };

    // Reported for Claude Opus 4.1, Sonnet 4.5 and later. The page says to use only one of the two.
    private static readonly ModelFamily LaterClaude = Claude with
    {
        Rules =
        [
            .. Claude.Rules,
            new MemberRule(MemberCheck.NotTogether, ["temperature", "top_p"]) { IsWarning = true },
        ],
    };

    private static readonly ModelFamily NovaText = new(
        ModelForm.Nova,
        "Nova",
        Nova,
        [
            Required(MemberType.FilledArray, "messages"),
            Forbidden("max_tokens") with { IsWarning = true },
            Forbidden("modelId") with { IsWarning = true },
        ])
    {
        HasMessages = true,
        HasContentBlocks = true,
    };

    private static readonly ModelFamily TitanText = new(
        ModelForm.TitanText, "Titan Text", UserGuide + "model-parameters-titan-text.html", [Required(MemberType.Text, "inputText")]);

    private static readonly ModelFamily TitanEmbedding = new(
        ModelForm.TitanEmbedding,
        "Titan Text Embeddings",
        UserGuide + "model-parameters-titan-embed-text.html",
        [Required(MemberType.Text, "inputText")]);

    private static readonly ModelFamily TitanEmbeddingV2 = TitanEmbedding with
    {
        Form = ModelForm.TitanEmbeddingV2,
        Rules =
        [
            .. TitanEmbedding.Rules,
            new MemberRule(MemberCheck.Optional, ["dimensions"], MemberType.Number) { Values = ["256", "512", "1024"] },
        ],
    };

    private static readonly ModelFamily TitanImageEmbedding = new(
        ModelForm.TitanImageEmbedding,
        "Titan Multimodal Embeddings",
        UserGuide + "model-parameters-titan-embed-mm.html",
        [Required(MemberType.Text, "inputText", "inputImage")]);

    private static readonly ModelFamily CohereEmbed = new(
        ModelForm.CohereEmbed,
        "Cohere Embed",
        UserGuide + "model-parameters-embed-v3.html",
        [Required(MemberType.Text, "input_type"), Required(MemberType.FilledArray, "texts", "images", "inputs")]);

    private static readonly ModelFamily CohereCommandR = new(
        ModelForm.CohereCommandR,
        "Cohere Command R",
        UserGuide + "model-parameters-cohere-command-r-plus.html",
        [Required(MemberType.Text, "message")]);

    private static readonly ModelFamily Llama = new(
        ModelForm.Llama, "Llama", UserGuide + "model-parameters-meta.html", [Required(MemberType.Text, "prompt")]);

    // Some Mistral models have the first, some the second, some both.
    private static readonly ModelFamily Mistral = new(
        ModelForm.Mistral, "Mistral", UserGuide + "model-parameters-mistral.html", [Required(MemberType.Any, "prompt", "messages")]);

    private static readonly ModelFamily GptOss = new(
        ModelForm.OpenAI, "gpt-oss", UserGuide + "model-parameters-openai.html", [Required(MemberType.FilledArray, "messages")]);

    /// <summary>The first prefix that fits applies. Null for models that are known but not checked.</summary>
    private static readonly (string Prefix, ModelFamily? Family)[] ByPrefix =
    [
        ("anthropic.claude-v", null),
        ("anthropic.claude-instant", null),
        ("anthropic.claude-3", Claude),
        ("anthropic.claude-", LaterClaude),
        ("amazon.nova-micro", NovaText),
        ("amazon.nova-lite", NovaText),
        ("amazon.nova-pro", NovaText),
        ("amazon.nova-premier", NovaText),
        ("amazon.nova-2-lite", NovaText),
        ("amazon.nova-2-pro", NovaText),
        ("amazon.titan-text-", TitanText),
        ("amazon.titan-embed-text-v2", TitanEmbeddingV2),
        ("amazon.titan-embed-text-", TitanEmbedding),
        ("amazon.titan-embed-image", TitanImageEmbedding),
        ("cohere.embed-", CohereEmbed),
        ("cohere.command-r", CohereCommandR),
        ("meta.llama", Llama),
        ("mistral.mistral-", Mistral),
        ("mistral.mixtral-", Mistral),
        ("mistral.ministral-", Mistral),
        ("mistral.pixtral-", Mistral),
        ("openai.gpt-oss-", GptOss),
    ];

    /// <summary>The form of a job's records, or null if it is not known.</summary>
    /// <param name="foundationModelId">The foundation model's id, or null if it is not known.</param>
    /// <param name="isConverse">Whether the job's records have the form of Converse.</param>
    public static ModelFamily? Of(string? foundationModelId, bool isConverse)
    {
        if (isConverse)
        {
            return Converse;
        }

        foreach (var (prefix, family) in ByPrefix)
        {
            if (foundationModelId?.StartsWith(prefix, StringComparison.Ordinal) == true)
            {
                return family;
            }
        }

        return null;
    }
}
