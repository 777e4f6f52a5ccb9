namespace BatchResource.Local.Events;

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
