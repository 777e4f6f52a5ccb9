using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>
/// What CloudFormation can do with resources of a type. A copy with another physical id means that the resource was replaced.
/// All operations throw <see cref="ResourceFailedException"/> when they fail.
/// </summary>
internal interface IResourceType
{
    /// <summary>Whether <c>Fn::GetAtt</c> may ask for it.</summary>
    bool HasAttribute(string name);

    /// <summary>What of the declaration cannot be deployed here.</summary>
    IEnumerable<string> Problems(TemplateResource resource, Template template);

    /// <summary>Whether a change of its properties makes another physical resource, as far as it is known before it is done.</summary>
    /// <param name="before">The properties that it has.</param>
    /// <param name="after">The properties that it is to have; a value that is not known yet is a <see cref="UnknownValue"/>.</param>
    Replacement Replaces(JsonObject before, JsonObject after);

    /// <summary>Creates the resource.</summary>
    Task<ResourceCopy> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellation);

    /// <summary>Gives the resource other properties.</summary>
    Task<ResourceCopy> UpdateAsync(ResourceContext context, ResourceCopy current, JsonObject properties, CancellationToken cancellation);

    /// <summary>Brings the resource back to what it was before an update that is rolled back.</summary>
    Task<ResourceCopy> RestoreAsync(ResourceContext context, ResourceCopy current, ResourceCopy before, CancellationToken cancellation);

    /// <summary>Tells the resource that the update of its stack has succeeded, so that it will not be brought back any more.</summary>
    Task CommitAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Deletes the resource.</summary>
    Task DeleteAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation);

    /// <summary>Makes a resource known again that a former process has created.</summary>
    void Load(ResourceContext context, ResourceCopy copy);

    /// <summary>The value of an attribute.</summary>
    /// <exception cref="ResourceFailedException">There is none.</exception>
    JsonNode Attribute(ResourceContext context, ResourceCopy copy, string name);
}
