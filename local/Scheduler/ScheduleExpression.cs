using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchResource.Local.Scheduler;

/// <summary>
/// How often a schedule invokes its target: <c>rate(5 minutes)</c>, see
/// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html. Times (<c>at</c>) and calendars (<c>cron</c>) are not here.
/// </summary>
internal static partial class ScheduleExpression
{
    /// <summary>The interval, or null when the expression is none that is supported.</summary>
    public static TimeSpan? Interval(string expression)
    {
        if (Rate().Match(expression) is not { Success: true } rate
            || !int.TryParse(rate.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value == 0)
        {
            return null;
        }

        return rate.Groups["unit"].Value switch
        {
            "minute" => TimeSpan.FromMinutes(value),
            "hour" => TimeSpan.FromHours(value),
            _ => TimeSpan.FromDays(value),
        };
    }

    [GeneratedRegex(
        @"\Arate\((?<value>[0-9]{1,6}) (?<unit>minute|hour|day)s?\)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
