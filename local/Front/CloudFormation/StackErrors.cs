using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>What the engine refuses, as the API's errors.</summary>
internal static class StackErrors
{
    /// <summary>The error for an exception of the engine, or null when it is none.</summary>
    public static ServiceException? Of(Exception exception) => exception switch
    {
        StackExistsException e => new(400, "AlreadyExistsException", e.Message),
        StackException e => QueryCall.Validation(e.Message),
        ChangeSetException e => new(e.Code == ChangeSetException.NotFound ? 404 : 400, e.Code, e.Message),
        TemplateException e => QueryCall.Validation(e.Message),
        _ => null,
    };

    public static ServiceException NoStackWithId(string name) => QueryCall.Validation($"Stack with id {name} does not exist");

    public static ServiceException NoStack(string name) => QueryCall.Validation($"Stack [{name}] does not exist");
}
