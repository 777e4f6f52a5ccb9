using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// Chooses the family by the job's model, and answers for it. A model that the contract does not know answers in the form that its request
/// is in.
/// </summary>
internal sealed class EchoModels
{
    private static readonly TitanText Default = new();
    private static readonly ChatCompletion Chat = new();

    private static readonly Dictionary<ModelForm, IEchoModel> Models = new()
    {
        [ModelForm.Converse] = new ConverseMessages(),
        [ModelForm.Anthropic] = new AnthropicMessages(),
        [ModelForm.Nova] = new NovaMessages(),
        [ModelForm.TitanText] = Default,
        [ModelForm.TitanEmbedding] = new TitanEmbedding(),
        [ModelForm.TitanEmbeddingV2] = new TitanEmbeddingV2(),
        [ModelForm.TitanImageEmbedding] = new TitanImageEmbedding(),
        [ModelForm.CohereEmbed] = new CohereEmbed(),
        [ModelForm.CohereCommandR] = new CohereCommandR(),
        [ModelForm.Llama] = new LlamaText(),
        [ModelForm.Mistral] = new MistralText(),
        [ModelForm.OpenAI] = Chat,
    };

    private readonly ModelInvocationJob job;
    private readonly ModelFamily? family;
    private readonly bool refusesBoth;
    private readonly string modelId;

    public EchoModels(ModelInvocationJob job)
    {
        this.job = job;
        var model = ModelReference.Parse(job.ModelId);
        modelId = model.FoundationModelId ?? model.Id;
        family = ModelFamilies.Of(model.FoundationModelId, job.ModelInvocationType == "Converse");
        refusesBoth = ModelFamilies.Of(model.FoundationModelId, isConverse: false)?.Rules
            .Any(rule => rule.Check == MemberCheck.NotTogether && rule.Names.Contains("top_p")) == true;
    }

    /// <summary>Why the model refuses a request, or null.</summary>
    public string? ProblemOf(JsonElement input) =>
        TextCheck.ProblemOf(input) ?? (family is null ? null : RequestCheck.ProblemOf(family, input, refusesBoth));

    /// <summary>The model's answer to a request, or why it refuses it.</summary>
    public ModelReply Reply(JsonElement input) => ProblemOf(input) is { } problem ? ModelReply.Refuse(problem) : Answer(input);

    private ModelReply Answer(JsonElement input)
    {
        var form = family?.Form ?? FormOf(input);
        var call = new EchoCall(modelId, input, job.SubmitTime);
        var isEmbedding = form is ModelForm.TitanEmbedding or ModelForm.TitanEmbeddingV2 or ModelForm.TitanImageEmbedding
            or ModelForm.CohereEmbed;
        return new ModelReply(Models[form].Answer(call), Error: null, call.InputTokens, isEmbedding ? 0 : call.OutputTokens);
    }

    private static ModelForm FormOf(JsonElement input) =>
        input.TryGetProperty("anthropic_version", out _) ? ModelForm.Anthropic
        : input.TryGetProperty("messages", out _)
            ? HasAny(input, "inferenceConfig", "schemaVersion") ? ModelForm.Nova : ModelForm.OpenAI
        : ModelForm.TitanText;

    private static bool HasAny(JsonElement input, params string[] members) => members.Any(member => input.TryGetProperty(member, out _));
}
