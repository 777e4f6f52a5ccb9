using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>A job that is proven to belong to the resource, and the definition it was started with.</summary>
internal sealed record OwnedJob(Job Job, DefinitionHash Definition);
