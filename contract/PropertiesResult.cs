namespace BatchResource.Contract;

/// <summary>The outcome of <see cref="PropertiesReader.Read"/>: the properties, or everything that is wrong with them.</summary>
/// <param name="Properties">What was read, or null when there are problems or values that are not known yet.</param>
/// <param name="Problems">Every problem found, in the order of the properties.</param>
internal sealed record PropertiesResult(JobProperties? Properties, IReadOnlyList<PropertyProblem> Problems);
