namespace BatchResource.Local.Bedrock.Batches;

/// <summary>
/// The order of results, which AWS does not promise to be that of the input
/// (<see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html">Format your data</see>). Here it is always
/// another, and always the same one.
/// </summary>
internal static class ResultOrder
{
    private const int Block = 100;

    /// <summary>Of each hundred the second, the fourth and so on, then the first, the third and so on.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> records) => records
        .Chunk(Block)
        .SelectMany(block => block.Where((_, index) => index % 2 == 1).Concat(block.Where((_, index) => index % 2 == 0)));
}
