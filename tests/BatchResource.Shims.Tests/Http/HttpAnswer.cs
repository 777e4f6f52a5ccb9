namespace BatchResource.Shims.Tests.Http;

/// <summary>What a server answers.</summary>
internal sealed record HttpAnswer(int Status, string Body = "", params (string Name, string Value)[] Headers);
