#nullable enable
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal.Operations;

internal sealed class TagResourceOperation()
    : RestJsonOperation<TagResourceRequest, TagResourceResponse>(
        "POST", "/tagResource", "ResourceNotFoundException", "TooManyTagsException")
{
    public static readonly TagResourceOperation Instance = new();

    protected override bool HasMembers => false;

    protected override void Write(TagResourceRequest input, IRequest request) => Body(request, input, static (json, tagging) =>
    {
        json.Text("resourceARN", tagging.ResourceARN);
        json.List("tags", tagging.Tags, JobShapes.WriteTag);
    });

    protected override TagResourceResponse Read(JsonElement body) => new();
}
