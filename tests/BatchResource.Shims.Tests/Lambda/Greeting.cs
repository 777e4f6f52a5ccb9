namespace BatchResource.Shims.Tests.Lambda;

public sealed record Greeting(string? Name, string? Title = null);
