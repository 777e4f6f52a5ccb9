#nullable enable
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal.Operations;

internal sealed class ListTagsForResourceOperation()
    : RestJsonOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>(
        "POST", "/listTagsForResource", "ResourceNotFoundException")
{
    public static readonly ListTagsForResourceOperation Instance = new();

    protected override void Write(ListTagsForResourceRequest input, IRequest request) =>
        Body(request, input, static (json, listing) => json.Text("resourceARN", listing.ResourceARN));

    protected override ListTagsForResourceResponse Read(JsonElement body) => new() { Tags = body.List("tags", JobShapes.ReadTag) };
}
