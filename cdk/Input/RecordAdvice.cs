using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Says what the app's author can do about a member that a family forbids.</summary>
internal static class RecordAdvice
{
    private const string OwnForm =
        $"it belongs to the model's own form: leave out {nameof(BatchInferenceJobProps.InvocationType)} to use that form";

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
        (ModelForm.Converse, "toolConfig") => "batch inference answers it with error 400, so for tools use the model's own form "
            + $"and {nameof(BatchInferenceJobProps.InvocationType)} {nameof(ModelInvocationType.InvokeModel)}",
        (ModelForm.Converse, "anthropic_version") => OwnForm,
        (ModelForm.Converse, "max_tokens") => "use inferenceConfig.maxTokens for Converse",
        (ModelForm.Nova, "max_tokens") => "use inferenceConfig.maxTokens for Nova",
        (_, "model" or "modelId") => $"set the job's {nameof(BatchInferenceJobProps.Model)} instead",
        (_, "stream") => "a batch job does not stream",
        (_, "temperature") => "later models of Claude refuse a request with both",
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "there is no advice about this member"),
    };
}
