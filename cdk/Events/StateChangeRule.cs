using Amazon.CDK.AWS.Events;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// EventBridge rules for
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-eventbridge.html">changes of a batch inference job's
/// state</see>.
/// </summary>
internal static class StateChangeRule
{
    public static Rule Create(
        Construct job, string id, string jobArn, IOnEventOptions? options, IReadOnlyList<BatchInferenceJobStatus> statuses)
    {
        var rule = new Rule(options?.CrossStackScope ?? job, id, new RuleProps
        {
            RuleName = options?.RuleName,
            Description = options?.Description,
            EventPattern = options?.EventPattern,
        });
        var detail = new Dictionary<string, object>(StringComparer.Ordinal) { ["batchJobArn"] = new[] { jobArn } };
        if (statuses.Count > 0)
        {
            detail["status"] = statuses.Select(status => status.ToString()).ToArray();
        }

        rule.AddEventPattern(new EventPattern
        {
            Source = ["aws.bedrock"],
            DetailType = ["Batch Inference Job State Change"],
            Detail = detail,
        });
        rule.AddTarget(options?.Target);
        return rule;
    }
}
