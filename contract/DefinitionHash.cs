namespace BatchResource.Contract;

/// <summary>
/// A short mark of a job definition, for the job's name. Definitions that differ only in form have the same hash (L10). Examples of form
/// are a default that is written out, a number as a string, the order of subnets, and a model's ARN instead of its id.
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
