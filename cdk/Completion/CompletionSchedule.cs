using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Asks the provider every few minutes whether a job has ended, because EventBridge may lose the only event about it (L15a). The schedule
/// ends when nothing waits any more. See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html"/>
/// </summary>
internal static class CompletionSchedule
{
    private const string Interval = "rate(5 minutes)";

    /// <param name="scope">The parent.</param>
    /// <param name="id">The id below it.</param>
    /// <param name="provider">The provider to ask.</param>
    /// <param name="input">The event for the function, as JSON text.</param>
    /// <param name="endDate">The time at which nothing waits any more.</param>
    public static CfnResource Create(Construct scope, string id, IBatchInferenceProvider provider, string input, string endDate) =>
        new(scope, id, new CfnResourceProps
        {
            Type = "AWS::Scheduler::Schedule",
            Properties = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Description"] = "Asks whether the batch inference job has ended",
                ["ScheduleExpression"] = Interval,
                ["EndDate"] = endDate,
                ["FlexibleTimeWindow"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["Mode"] = "OFF" },
                ["Target"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["Arn"] = provider.ServiceToken,
                    ["RoleArn"] = RoleFor(provider, Stack.Of(scope)).RoleArn,
                    ["Input"] = input,

                    // The schedule soon asks again, so an old question need not be kept.
                    ["RetryPolicy"] = new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["MaximumEventAgeInSeconds"] = 300,
                        ["MaximumRetryAttempts"] = 2,
                    },
                },
            },
        });

    /// <summary>One role in a stack for each provider. All schedules share it.</summary>
    private static Role RoleFor(IBatchInferenceProvider provider, Stack stack)
    {
        var id = $"BatchInferenceScheduleRole{provider.Node.Addr[^8..]}";
        return stack.Node.TryFindChild(id) as Role ?? new Role(stack, id, new RoleProps
        {
            Description = "Lets EventBridge Scheduler ask whether batch inference jobs have ended",
            AssumedBy = new ServicePrincipal("scheduler.amazonaws.com", new ServicePrincipalOpts
            {
                Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["StringEquals"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["aws:SourceAccount"] = stack.Account },
                },
            }),
            InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
            {
                ["Invoke"] = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements = [Statements.Allow(["lambda:InvokeFunction"], [provider.ServiceToken])],
                }),
            },
        });
    }
}
