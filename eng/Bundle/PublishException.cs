namespace BatchResource.Bundle;

/// <summary>A bundle cannot be made, and no other way of making it would do.</summary>
internal sealed class PublishException(string message) : Exception(message);
