namespace BatchResource.Local.Events;

/// <summary>Takes events to the targets of rules.</summary>
internal interface IEventTargets
{
    /// <summary>Sends a payload to a target on behalf of a rule.</summary>
    EventOutcome Send(string targetArn, string payload, string ruleArn);
}
