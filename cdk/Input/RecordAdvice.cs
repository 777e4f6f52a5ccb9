using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>What the app's author can do about a record that a family does not take.</summary>
internal static class RecordAdvice
{
    private const string OwnForm =
        $"it belongs to the model's own form: leave {nameof(BatchInferenceJobProps.InvocationType)} out for that";

    /// <summary>The method of <see cref="BatchRecord"/> that writes the form, or null.</summary>
    public static string? BuilderOf(ModelForm form) => form switch
    {
        ModelForm.Converse => nameof(BatchRecord.Converse),
        ModelForm.Anthropic => nameof(BatchRecord.Anthropic),
        ModelForm.Nova => nameof(BatchRecord.Nova),
        ModelForm.TitanEmbedding or ModelForm.TitanEmbeddingV2 => nameof(BatchRecord.TitanEmbedding),
        _ => null,
    };

    /// <summary>Why a member must not be there, and what to do instead.</summary>
    public static string For(ModelForm form, string member) => (form, member) switch
    {
        (ModelForm.Converse, "toolConfig") => "batch inference answers such a record with an error 400; tools need the model's own form "
            + $"and {nameof(BatchInferenceJobProps.InvocationType)} {nameof(ModelInvocationType.InvokeModel)}",
        (ModelForm.Converse, "anthropic_version") => OwnForm,
        (ModelForm.Converse, "max_tokens") => "Converse has it as inferenceConfig.maxTokens",
        (ModelForm.Nova, "max_tokens") => "Nova has it as inferenceConfig.maxTokens",
        (_, "model" or "modelId") => $"the model is the job's {nameof(BatchInferenceJobProps.Model)}",
        (_, "stream") => "a batch does not stream",
        (_, "temperature") => "later models of Claude refuse a request with both",
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "there is no advice about this member"),
    };
}
