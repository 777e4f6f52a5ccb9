namespace BatchResource.Local.Events;

/// <summary>What became of an event that a rule selected.</summary>
/// <param name="RuleArn">The rule.</param>
/// <param name="TargetArn">The target.</param>
/// <param name="Payload">What was sent.</param>
/// <param name="Outcome">Whether the target got it.</param>
public sealed record EventDelivery(string RuleArn, string TargetArn, string Payload, EventOutcome Outcome);

/// <summary>Whether a target got an event.</summary>
public enum EventOutcome
{
    /// <summary>A function was invoked.</summary>
    Invoked,

    /// <summary>The function is not there, or has no permission for EventBridge and the rule to invoke it.</summary>
    Failed,

    /// <summary>The target is of a kind that the local AWS does not have; it is only written down.</summary>
    Recorded,
}
