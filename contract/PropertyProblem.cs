namespace BatchResource.Contract;

/// <summary>A problem of one property.</summary>
/// <param name="Path">The property, such as <c>InputDataConfig.S3InputDataConfig.S3Uri</c> or <c>VpcConfig.SubnetIds[2]</c>.</param>
/// <param name="Allowed">What it must be, as a verb phrase: <c>must be 24-168</c>.</param>
/// <param name="Received">The value that came, as JSON and cut to a readable length; null if nothing came.</param>
internal sealed record PropertyProblem(string Path, string Allowed, string? Received)
{
    /// <summary>One line: path, what is allowed, what was received.</summary>
    public override string ToString() => Received is null ? $"{Path} {Allowed}" : $"{Path} {Allowed}, got {Received}";
}
