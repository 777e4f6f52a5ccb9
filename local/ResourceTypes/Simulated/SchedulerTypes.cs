using System.Globalization;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Scheduler;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>Amazon EventBridge Scheduler.</summary>
internal static class SchedulerTypes
{
    public static IEnumerable<SimulatedType> All(EventScheduler scheduler) =>
    [
        new("AWS::Scheduler::Schedule")
        {
            PhysicalId = resource => resource.Named("Name"),
            ReplacedBy = ["Name"],
            Attributes = new() { ["Arn"] = resource => ScheduleArn(resource) },
            Put = resource => Put(resource, scheduler),
            Remove = resource => scheduler.Remove(ScheduleArn(resource)),
            Check = Problems,
        },
    ];

    private static string ScheduleArn(SimulatedResource resource) => resource.Arn("scheduler", $"schedule/default/{resource.PhysicalId}");

    private static void Put(SimulatedResource resource, EventScheduler scheduler)
    {
        if (resource.Text("State") == "DISABLED")
        {
            scheduler.Remove(ScheduleArn(resource));
            return;
        }

        var target = resource.Properties["Target"];
        try
        {
            scheduler.Put(new(
                ScheduleArn(resource),
                ScheduleExpression.Interval(resource.Text("ScheduleExpression") ?? "")
                    ?? throw new ResourceFailedException("Invalid Schedule Expression."),
                EndDate(resource),
                target?["Arn"]?.ToString() ?? "",
                target?["RoleArn"]?.ToString() ?? "",
                target?["Input"]?.ToString() ?? "{}"));
        }
        catch (InvalidOperationException e)
        {
            throw new ResourceFailedException(e.Message);
        }
    }

    private static DateTimeOffset? EndDate(SimulatedResource resource)
    {
        if (resource.Text("EndDate") is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new ResourceFailedException($"EndDate must be a date and time such as 2026-11-25T14:00:00Z, got \"{text}\"");
    }

    /// <summary>An expression without functions can be judged before the deployment.</summary>
    private static IEnumerable<string> Problems(TemplateResource resource, Template template)
    {
        if (resource.Properties["GroupName"] is not null)
            yield return "schedule groups other than the default one are not supported";
        if (resource.Properties["ScheduleExpression"] is { } expression
            && !ReferenceFinder.In(expression).Any() && ScheduleExpression.Interval(expression.ToString()) is null)
        {
            yield return $"ScheduleExpression must be rate(...), such as rate(5 minutes), got \"{expression}\"";
        }
    }
}
