using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>A family of models that answers every prompt with itself, in the form in which the family answers.</summary>
internal interface IEchoModel
{
    /// <summary>The body of the answer to a request that the family accepts.</summary>
    JsonObject Answer(EchoCall call);
}
