namespace BatchResource.Schema;

/// <summary>What is rendered from the contract and kept in the repository.</summary>
internal static class RenderedFiles
{
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["schema/batch-inference.schema.json"] = TemplateSchema.Render(),
        ["samples/typescript/batch-inference/properties.ts"] = TypeScriptTypes.Render(),
        ["samples/python/batch_inference/properties.py"] = PythonTypes.Render(),
    };
}
