namespace BatchResource.Contract;

/// <summary>
/// Stands for a job definition in the job's name. Definitions that differ only in form (a default that is spelt out, a number as a
/// string, the order of subnets, a model's id or its ARN) have the same hash (L10).
/// </summary>
/// <param name="Value">Ten characters.</param>
internal readonly record struct DefinitionHash(string Value)
{
    internal const int Length = 10;

    /// <summary>Computes the hash.</summary>
    public static DefinitionHash Of(JobDefinition definition) => new(Base32.HashOf(CanonicalDefinition.Write(definition), Length));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
