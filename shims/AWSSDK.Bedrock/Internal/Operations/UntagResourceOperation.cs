#nullable enable
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal.Operations;

internal sealed class UntagResourceOperation()
    : RestJsonOperation<UntagResourceRequest, UntagResourceResponse>("POST", "/untagResource", "ResourceNotFoundException")
{
    public static readonly UntagResourceOperation Instance = new();

    protected override bool HasMembers => false;

    protected override void Write(UntagResourceRequest input, IRequest request) => Body(request, input, static (json, untagging) =>
    {
        json.Text("resourceARN", untagging.ResourceARN);
        json.List("tagKeys", untagging.TagKeys, static (writer, key) => writer.WriteStringValue(key));
    });

    protected override UntagResourceResponse Read(JsonElement body) => new();
}
