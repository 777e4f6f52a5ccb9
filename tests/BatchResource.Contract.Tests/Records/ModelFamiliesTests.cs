using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Records;

/// <summary>Which request body a model takes, by the pages of AWS that docs/checks.md lists.</summary>
public sealed class ModelFamiliesTests
{
    private const string Claude =
        "requires anthropic_version: bedrock-2023-05-31; requires max_tokens: a number; requires messages: an array that is not empty; "
        + "doubts model; doubts stream; messages";

    private const string LaterClaude =
        "requires anthropic_version: bedrock-2023-05-31; requires max_tokens: a number; requires messages: an array that is not empty; "
        + "doubts model; doubts stream; doubts temperature with top_p; messages";

    private const string Nova =
        "requires messages: an array that is not empty; doubts max_tokens; doubts modelId; messages of blocks";

    private const string Converse =
        "requires messages: an array that is not empty; forbids toolConfig; forbids modelId; doubts anthropic_version; doubts max_tokens; "
        + "messages of blocks";

    private const string Text = "requires inputText: a text that is not empty";

    [Theory]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", "Claude", "Anthropic", Claude)]
    [InlineData("anthropic.claude-3-7-sonnet-20250219-v1:0", "Claude", "Anthropic", Claude)]
    [InlineData("anthropic.claude-sonnet-4-6", "Claude", "Anthropic", LaterClaude)]
    [InlineData("anthropic.claude-opus-4-1-20250805-v1:0", "Claude", "Anthropic", LaterClaude)]
    [InlineData("amazon.nova-micro-v1:0", "Nova", "Nova", Nova)]
    [InlineData("amazon.nova-lite-v1:0", "Nova", "Nova", Nova)]
    [InlineData("amazon.nova-pro-v1:0", "Nova", "Nova", Nova)]
    [InlineData("amazon.nova-premier-v1:0", "Nova", "Nova", Nova)]
    [InlineData("amazon.nova-2-lite-v1:0", "Nova", "Nova", Nova)]
    [InlineData("amazon.nova-2-pro-v1:0", "Nova", "Nova", Nova)]
    [InlineData("amazon.titan-text-express-v1", "Titan Text", "TitanText", Text)]
    [InlineData("amazon.titan-embed-text-v1", "Titan Text Embeddings", "TitanEmbedding", Text)]
    [InlineData("amazon.titan-embed-text-v2:0", "Titan Text Embeddings", "TitanEmbeddingV2",
        Text + "; allows dimensions: 256 or 512 or 1024")]
    [InlineData("amazon.titan-embed-image-v1", "Titan Multimodal Embeddings", "TitanImageEmbedding",
        "requires inputText or inputImage: a text that is not empty")]
    [InlineData("cohere.embed-english-v3", "Cohere Embed", "CohereEmbed",
        "requires input_type: a text that is not empty; requires texts or images or inputs: an array that is not empty")]
    [InlineData("cohere.command-r-plus-v1:0", "Cohere Command R", "CohereCommandR", "requires message: a text that is not empty")]
    [InlineData("meta.llama3-3-70b-instruct-v1:0", "Llama", "Llama", "requires prompt: a text that is not empty")]
    [InlineData("mistral.mistral-large-2407-v1:0", "Mistral", "Mistral", "requires prompt or messages: a value")]
    [InlineData("mistral.mixtral-8x7b-instruct-v0:1", "Mistral", "Mistral", "requires prompt or messages: a value")]
    [InlineData("mistral.ministral-3-8b-instruct", "Mistral", "Mistral", "requires prompt or messages: a value")]
    [InlineData("mistral.pixtral-large-2502-v1:0", "Mistral", "Mistral", "requires prompt or messages: a value")]
    [InlineData("openai.gpt-oss-120b-1:0", "gpt-oss", "OpenAI", "requires messages: an array that is not empty")]
    public void A_Models_Records_Have_The_Form_Of_Its_Page(string modelId, string name, string form, string rules)
    {
        var family = ModelFamilies.Of(modelId, isConverse: false)!;

        Assert.Equal((name, form, rules), (family.Name, family.Form.ToString(), Described(family)));
        Assert.Contains($"]({family.Source}) |", RepositoryFiles.Read("docs/checks.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0")]
    [InlineData("acme.brand-new-v1:0")]
    [InlineData(null)]
    public void Converse_Has_One_Form_For_Every_Model(string? modelId)
    {
        var family = ModelFamilies.Of(modelId, isConverse: true)!;

        Assert.Equal(("Converse", "Converse", Converse), (family.Name, family.Form.ToString(), Described(family)));
        Assert.Contains($"[Converse]({family.Source})", RepositoryFiles.Read("docs/checks.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anthropic.claude-v2:1")]
    [InlineData("anthropic.claude-instant-v1")]
    [InlineData("amazon.nova-canvas-v1:0")]
    [InlineData("amazon.titan-image-generator-v1")]
    [InlineData("cohere.command-text-v14")]
    [InlineData("acme.brand-new-v1:0")]
    [InlineData("us.amazon.nova-micro-v1:0")]
    [InlineData("")]
    [InlineData(null)]
    public void A_Model_Whose_Form_Is_Not_Known_Is_Held_To_None(string? modelId) =>
        Assert.Null(ModelFamilies.Of(modelId, isConverse: false));

    private static string Described(ModelFamily family)
    {
        var rules = family.Rules.Select(Described);
        return string.Join("; ", family switch
        {
            { HasMessages: true, HasContentBlocks: true } => rules.Append("messages of blocks"),
            { HasMessages: true } => rules.Append("messages"),
            { HasContentBlocks: true } => rules.Append("blocks"),
            _ => rules,
        });
    }

    private static string Described(MemberRule rule) => (rule.Check, rule.IsWarning) switch
    {
        (MemberCheck.Required, false) => $"requires {string.Join(" or ", rule.Names)}: {rule.Allowed}",
        (MemberCheck.Optional, false) => $"allows {string.Join(" or ", rule.Names)}: {rule.Allowed}",
        (MemberCheck.Forbidden, false) => $"forbids {Assert.Single(rule.Names)}",
        (MemberCheck.Forbidden, true) => $"doubts {Assert.Single(rule.Names)}",
        (MemberCheck.NotTogether, true) => $"doubts {string.Join(" with ", rule.Names)}",
        _ => $"{rule}",
    };
}
