namespace BatchResource.Local.Events;

/// <summary>What became of an event that a rule selected.</summary>
/// <param name="RuleArn">The rule.</param>
/// <param name="TargetArn">The target.</param>
/// <param name="Payload">What was sent.</param>
/// <param name="Outcome">Whether the target got it.</param>
public sealed record EventDelivery(string RuleArn, string TargetArn, string Payload, EventOutcome Outcome);
