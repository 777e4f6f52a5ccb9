using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock.Api;

/// <summary>What a caller gets when something goes wrong with a call.</summary>
internal static class FaultReply
{
    /// <summary>The answer.</summary>
    public static Reply Of(Fault fault) => fault switch
    {
        Fault.Error error => Reply.Error(error.StatusCode, error.Code, error.Message),
        Fault.Raw raw => Reply.Raw(raw.StatusCode, raw.ContentType, raw.Body),
        Fault.Silence => Reply.Silence(),
        _ => Reply.Reset(),
    };
}
