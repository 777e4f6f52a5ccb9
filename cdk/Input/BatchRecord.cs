using System.Text.Json.Nodes;

namespace BatchResource.Cdk;

/// <summary>
/// Writes records in the form that a model reads, for <see cref="BatchInferenceInput.FromRecords"/>. When the app is synthesized, the
/// construct checks that the form fits the job's model. For other models, write the request body yourself with
/// <see cref="BatchInferenceRecord"/>.
/// </summary>
public static class BatchRecord
{
    private const string AnthropicVersion = "bedrock-2023-05-31";

    /// <summary>A question to an Anthropic model.</summary>
    /// <param name="prompt">The user's message.</param>
    /// <param name="maxTokens">The most tokens in the answer.</param>
    /// <param name="options">Further settings of the record.</param>
    public static BatchInferenceRecord Anthropic(string prompt, int maxTokens, BatchRecordOptions? options = null) =>
        Anthropic([BatchMessage.User(prompt)], maxTokens, options);

    /// <summary>
    /// A conversation with an Anthropic model, in the form of the
    /// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html">
    /// Anthropic Claude Messages API</see>.
    /// </summary>
    /// <param name="messages">The messages of the conversation, at least one.</param>
    /// <param name="maxTokens">The most tokens in the answer.</param>
    /// <param name="options">Further settings of the record.</param>
    public static BatchInferenceRecord Anthropic(IEnumerable<BatchMessage> messages, int maxTokens, BatchRecordOptions? options = null)
    {
        var body = new JsonObject
        {
            ["anthropic_version"] = AnthropicVersion,
            ["max_tokens"] = maxTokens,
            ["messages"] = Messages(messages, content => content.ForAnthropic()),
        };
        Set(body, "system", options?.System);
        Set(body, "temperature", options?.Temperature);
        Set(body, "top_p", options?.TopP);
        Set(body, "stop_sequences", Texts(options?.StopSequences));
        return new BatchInferenceRecord(body, options?.RecordId);
    }

    /// <summary>A question in the form of Converse.</summary>
    /// <param name="prompt">The user's message.</param>
    /// <param name="maxTokens">The most tokens in the answer. Default: the model's.</param>
    /// <param name="options">Further settings of the record.</param>
    public static BatchInferenceRecord Converse(string prompt, int? maxTokens = null, BatchRecordOptions? options = null) =>
        Converse([BatchMessage.User(prompt)], maxTokens, options);

    /// <summary>
    /// A conversation in the form of
    /// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</see>, which is the same for
    /// every model. Set the job's <see cref="BatchInferenceJobProps.InvocationType"/> to <see cref="ModelInvocationType.Converse"/>.
    /// </summary>
    /// <param name="messages">The messages of the conversation, at least one.</param>
    /// <param name="maxTokens">The most tokens in the answer. Default: the model's.</param>
    /// <param name="options">Further settings of the record.</param>
    public static BatchInferenceRecord Converse(
        IEnumerable<BatchMessage> messages, int? maxTokens = null, BatchRecordOptions? options = null)
    {
        var body = new JsonObject { ["messages"] = Messages(messages, content => content.ForConverse()) };
        Set(body, "system", options?.System is { } system ? new JsonArray(new JsonObject { ["text"] = system }) : null);
        var config = new JsonObject();
        Set(config, "maxTokens", maxTokens);
        Set(config, "temperature", options?.Temperature);
        Set(config, "topP", options?.TopP);
        Set(config, "stopSequences", Texts(options?.StopSequences));
        Set(body, "inferenceConfig", config.Count > 0 ? config : null);
        return new BatchInferenceRecord(body, options?.RecordId);
    }

    /// <summary>A question to an Amazon Nova model.</summary>
    /// <param name="prompt">The user's message.</param>
    /// <param name="maxTokens">The most tokens in the answer. Default: the model's.</param>
    /// <param name="options">Further settings of the record.</param>
    public static BatchInferenceRecord Nova(string prompt, int? maxTokens = null, BatchRecordOptions? options = null) =>
        Nova([BatchMessage.User(prompt)], maxTokens, options);

    /// <summary>
    /// A conversation with an Amazon Nova model, in the form of Nova's
    /// <see href="https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html">complete request schema</see>.
    /// </summary>
    /// <param name="messages">The messages of the conversation, at least one.</param>
    /// <param name="maxTokens">The most tokens in the answer. Default: the model's.</param>
    /// <param name="options">Further settings of the record.</param>
    public static BatchInferenceRecord Nova(
        IEnumerable<BatchMessage> messages, int? maxTokens = null, BatchRecordOptions? options = null)
    {
        // Nova's own form names itself in schemaVersion. The rest is as in Converse.
        var record = Converse(messages, maxTokens, options);
        ((JsonObject)record.ModelInput)["schemaVersion"] = "messages-v1";
        return record;
    }

    /// <summary>
    /// A text that Amazon Titan Text Embeddings turns into a vector. The record has the form of
    /// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html">Amazon Titan Embeddings
    /// Text</see>.
    /// </summary>
    /// <param name="text">The text, at most 8,192 tokens or 50,000 characters.</param>
    /// <param name="dimensions">The length of the vector: 256, 512 or 1024. Only V2 knows it. Default: 1024.</param>
    /// <param name="normalize">Whether the vector is normalized. Only V2 knows it. Default: true.</param>
    /// <param name="recordId">The id that the result repeats. It must be unique in the job. Default: Bedrock generates one.</param>
    public static BatchInferenceRecord TitanEmbedding(
        string text, int? dimensions = null, bool? normalize = null, string? recordId = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = new JsonObject { ["inputText"] = text };
        Set(body, "dimensions", dimensions);
        Set(body, "normalize", normalize);
        return new BatchInferenceRecord(body, recordId);
    }

    private static JsonArray Messages(IEnumerable<BatchMessage> messages, Func<BatchContent, JsonNode> form)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new JsonArray([.. messages.Select(JsonNode? (message) => new JsonObject
        {
            ["role"] = message.Role,
            ["content"] = new JsonArray([.. message.Content.Select(form)]),
        })]);
    }

    private static JsonArray? Texts(IReadOnlyList<string>? texts) =>
        texts is { Count: > 0 } ? new JsonArray([.. texts.Select(JsonNode? (text) => JsonValue.Create(text))]) : null;

    private static void Set(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }
}
