using static BatchResource.Cdk.Internal.MemberRule;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// What the request bodies of models must hold, where AWS documents it. docs/checks.md says which pages were read, and when. A model that
/// is not here is not checked: AWS adds models faster than this list grows.
/// </summary>
internal static class ModelFamilies
{
    private const string UserGuide = "https://docs.aws.amazon.com/bedrock/latest/userguide/";
    private const string Nova = "https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html";

    public static readonly ModelFamily Converse = new(
        "Converse",
        "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html",
        [
            Required(MemberType.FilledArray, "messages"),

            // https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html, in a note
            Forbidden("toolConfig", "batch inference answers such a record with an error 400; tools need the model's own form and "
                + $"{nameof(BatchInferenceJobProps.InvocationType)} {nameof(ModelInvocationType.InvokeModel)}"),
            Forbidden("modelId", $"the model is the job's {nameof(BatchInferenceJobProps.Model)}"),
            Forbidden("anthropic_version", OwnForm) with { IsWarning = true },
            Forbidden("max_tokens", "Converse has it as inferenceConfig.maxTokens") with { IsWarning = true },
        ])
    {
        Builder = nameof(BatchRecord.Converse),
        HasMessages = true,
        HasContentBlocks = true,
    };

    private const string OwnForm =
        $"it belongs to the model's own form: leave {nameof(BatchInferenceJobProps.InvocationType)} out for that";

    private static readonly ModelFamily Claude = new(
        "Claude",
        UserGuide + "model-parameters-anthropic-claude-messages-request-response.html",
        [
            Required(MemberType.Text, "anthropic_version") with { Values = ["bedrock-2023-05-31"] },
            Required(MemberType.Number, "max_tokens"),
            Required(MemberType.FilledArray, "messages"),
            Forbidden("model", $"the model is the job's {nameof(BatchInferenceJobProps.Model)}") with { IsWarning = true },
            Forbidden("stream", "a batch does not stream") with { IsWarning = true },
        ])
    {
        Builder = nameof(BatchRecord.Anthropic),
        HasMessages = true,
    };

    // Reported of Claude Opus 4.1, Sonnet 4.5 and later; the page says to use one of the two.
    private static readonly ModelFamily LaterClaude = Claude with
    {
        Rules =
        [
            .. Claude.Rules,
            new MemberRule(MemberCheck.NotTogether, ["temperature", "top_p"])
            {
                Advice = "later models of Claude refuse a request with both",
                IsWarning = true,
            },
        ],
    };

    private static readonly ModelFamily NovaText = new(
        "Nova",
        Nova,
        [
            Required(MemberType.FilledArray, "messages"),
            Forbidden("max_tokens", "Nova has it as inferenceConfig.maxTokens") with { IsWarning = true },
            Forbidden("modelId", $"the model is the job's {nameof(BatchInferenceJobProps.Model)}") with { IsWarning = true },
        ])
    {
        Builder = nameof(BatchRecord.Nova),
        HasMessages = true,
        HasContentBlocks = true,
    };

    private static readonly ModelFamily TitanText = new(
        "Titan Text", UserGuide + "model-parameters-titan-text.html", [Required(MemberType.Text, "inputText")]);

    private static readonly ModelFamily TitanEmbedding = new(
        "Titan Text Embeddings",
        UserGuide + "model-parameters-titan-embed-text.html",
        [Required(MemberType.Text, "inputText")])
    {
        Builder = nameof(BatchRecord.TitanEmbedding),
    };

    private static readonly ModelFamily TitanEmbeddingV2 = TitanEmbedding with
    {
        Rules =
        [
            .. TitanEmbedding.Rules,
            new MemberRule(MemberCheck.Optional, ["dimensions"], MemberType.Number) { Values = ["256", "512", "1024"] },
        ],
    };

    private static readonly ModelFamily TitanImageEmbedding = new(
        "Titan Multimodal Embeddings",
        UserGuide + "model-parameters-titan-embed-mm.html",
        [Required(MemberType.Text, "inputText", "inputImage")]);

    private static readonly ModelFamily CohereEmbed = new(
        "Cohere Embed",
        UserGuide + "model-parameters-embed-v3.html",
        [Required(MemberType.Text, "input_type"), Required(MemberType.FilledArray, "texts", "images", "inputs")]);

    private static readonly ModelFamily CohereCommandR = new(
        "Cohere Command R", UserGuide + "model-parameters-cohere-command-r-plus.html", [Required(MemberType.Text, "message")]);

    private static readonly ModelFamily Llama = new(
        "Llama", UserGuide + "model-parameters-meta.html", [Required(MemberType.Text, "prompt")]);

    // Some of Mistral's models take the one, some the other, some both.
    private static readonly ModelFamily Mistral = new(
        "Mistral", UserGuide + "model-parameters-mistral.html", [Required(MemberType.Any, "prompt", "messages")]);

    private static readonly ModelFamily GptOss = new(
        "gpt-oss", UserGuide + "model-parameters-openai.html", [Required(MemberType.FilledArray, "messages")]);

    /// <summary>The first that a model's id begins with applies; null for models that are known and not checked.</summary>
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

    /// <summary>The form of a job's records, or null where it is not known.</summary>
    public static ModelFamily? Of(string? foundationModelId, ModelInvocationType? invocationType)
    {
        if (invocationType == ModelInvocationType.Converse)
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
