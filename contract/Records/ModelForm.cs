namespace BatchResource.Contract;

/// <summary>The form of a request and of its answer: a model's own, or that of Converse.</summary>
internal enum ModelForm
{
    /// <summary>The one form of all models that hold conversations.</summary>
    Converse,

    /// <summary>Anthropic's Messages.</summary>
    Anthropic,

    /// <summary>The messages of Amazon Nova.</summary>
    Nova,

    /// <summary>The text of Amazon Titan.</summary>
    TitanText,

    /// <summary>The vectors of a text by Amazon Titan, the first version.</summary>
    TitanEmbedding,

    /// <summary>The vectors of a text by Amazon Titan, the second version.</summary>
    TitanEmbeddingV2,

    /// <summary>The vectors of a text, an image or both by Amazon Titan.</summary>
    TitanImageEmbedding,

    /// <summary>The vectors of Cohere.</summary>
    CohereEmbed,

    /// <summary>The text of Cohere Command R.</summary>
    CohereCommandR,

    /// <summary>The text of Meta's Llama.</summary>
    Llama,

    /// <summary>Text or messages of Mistral AI.</summary>
    Mistral,

    /// <summary>The chat completions of OpenAI.</summary>
    OpenAI,
}
