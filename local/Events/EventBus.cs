using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Events;

/// <summary>The default event bus of EventBridge: events come in, rules select them, targets get them.</summary>
internal sealed class EventBus(IEventTargets targets)
{
    private readonly ConcurrentDictionary<string, EventRule> rules = new();
    private readonly ConcurrentQueue<EventDelivery> deliveries = new();

    /// <summary>Which events are lost; AWS delivers those of its services on a best-effort basis only.</summary>
    public Func<JsonObject, bool>? Loses { get; init; }

    /// <summary>Every delivery that a rule asked for, in order.</summary>
    public IReadOnlyList<EventDelivery> Deliveries => [.. deliveries];

    /// <summary>Creates a rule, or replaces it.</summary>
    public void PutRule(EventRule rule) => rules[rule.Arn] = rule;

    /// <summary>Deletes a rule.</summary>
    public void RemoveRule(string arn) => rules.TryRemove(arn, out _);

    /// <summary>Takes an event.</summary>
    /// <param name="e">The event with its envelope: source, detail-type, resources, detail and so on.</param>
    public void Put(JsonObject e)
    {
        if (Loses?.Invoke(e) == true)
            return;
        foreach (var rule in rules.Values.Where(rule => rule.Pattern?.Matches(e) == true))
        {
            foreach (var target in rule.Targets)
            {
                var payload = target.Payload(e);
                deliveries.Enqueue(new(rule.Arn, target.Arn, payload, targets.Send(target.Arn, payload, rule.Arn)));
            }
        }
    }
}

/// <summary>A rule of EventBridge.</summary>
/// <param name="Arn">The rule's ARN.</param>
/// <param name="Pattern">What it selects; null when it runs on a schedule, which nothing here does.</param>
/// <param name="Targets">Where it sends it.</param>
internal sealed record EventRule(string Arn, EventPattern? Pattern, IReadOnlyList<EventTarget> Targets);
