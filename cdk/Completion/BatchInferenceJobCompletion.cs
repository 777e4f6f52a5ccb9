using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using BatchResource.Cdk.Internal;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// The end of a job, which a deployment can wait for. <see cref="BatchInferenceJob.WaitForCompletion"/> makes it. CloudFormation deploys a
/// resource that depends on it, or uses one of its attributes, only after the job has completed.
/// </summary>
/// <remarks>
/// It is a wait condition that the provider signals. EventBridge tells the provider that the job has ended. The job may end before the
/// EventBridge rule exists, so a resource asks once, after the rule and before the condition. EventBridge may lose the event, so a schedule
/// asks every five minutes until the wait is over. A last resource, after the condition, has the attributes. It fails if the condition
/// waited for a different job.
/// </remarks>
public sealed class BatchInferenceJobCompletion : Construct
{
    private static readonly TimeConversionOptions Fraction = new() { Integral = false };

    private readonly CfnResource result;

    internal BatchInferenceJobCompletion(
        BatchInferenceJob job,
        string id,
        IBatchInferenceProvider provider,
        string definition,
        Duration timeout,
        WaitForCompletionOptions options)
        : base(job, id)
    {
        // A wait condition works only once. Its logical id holds the definition, so another job gets another condition. The same is true of
        // the handle and of the check: a rollback finds the old ones unchanged, and nothing signals an outdated handle.
        var handle = new CfnWaitConditionHandle(this, $"Handle{definition}");
        var watch = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [CompletionPropertyNames.JobArn] = job.JobArn,
            [CompletionPropertyNames.WaitHandle] = handle.Ref,
        };
        AddCriteria(watch, options);

        // Imported a second time, so that the rule's permission is a child of this construct, and others can depend on it. A permission of
        // the function itself would come before the job, and the rule comes after.
        var function = Function.FromFunctionAttributes(this, "Provider", new FunctionAttributes
        {
            FunctionArn = provider.ServiceToken,
            SameEnvironment = true,
        });
        var rule = StateChangeRule.Create(
            this,
            "Rule",
            job.JobArn,
            new OnEventOptions
            {
                Description = "Tells the deployment that the batch inference job has ended",
                Target = new LambdaFunction(function, new LambdaFunctionProps { Event = RuleTargetInput.FromObject(watch) }),
            },
            [
                BatchInferenceJobStatus.Completed,
                BatchInferenceJobStatus.PartiallyCompleted,
                BatchInferenceJobStatus.Failed,
                BatchInferenceJobStatus.Stopped,
                BatchInferenceJobStatus.Expired,
            ]);
        var check = Report($"Check{definition}", provider, new Dictionary<string, object>(watch, StringComparer.Ordinal)
        {
            [CompletionPropertyNames.Timeout] = Seconds(timeout),
        });
        check.Node.AddDependency(rule, function);
        var schedule = CompletionSchedule.Create(
            this,
            $"Schedule{definition}",
            provider,
            Stack.Of(this).ToJsonString(new Dictionary<string, object>(watch, StringComparer.Ordinal)
            {
                [CompletionEventMember.Scheduled] = "true",
            }),
            check.GetAtt(CompletionAttributeNames.WatchUntil).ToString());
        var condition = new CfnWaitCondition(this, $"Condition{definition}", new CfnWaitConditionProps
        {
            Handle = handle.Ref,
            Timeout = Seconds(timeout),
            Count = 1,
        });
        condition.Node.AddDependency(check, schedule);
        var reported = new Dictionary<string, object>(StringComparer.Ordinal) { [CompletionPropertyNames.JobArn] = job.JobArn };
        AddCriteria(reported, options);
        result = Report("Result", provider, reported);
        result.Node.AddDependency(condition);
        Node.AddValidation(new FoundProblems(IsPossible(timeout)
            ? []
            : [$"timeout must be 1 second to 12 hours, in whole seconds, got {Seconds(timeout)} seconds"]));
    }

    /// <summary>The job's final status: <c>Completed</c>, or <c>PartiallyCompleted</c> if you accept that.</summary>
    public string Status => Attribute(CompletionAttributeNames.Status);

    /// <summary>The number of records in the input.</summary>
    public string TotalRecordCount => Attribute(CompletionAttributeNames.TotalRecordCount);

    /// <summary>The number of processed records, with a result or with an error.</summary>
    public string ProcessedRecordCount => Attribute(CompletionAttributeNames.ProcessedRecordCount);

    /// <summary>
    /// The number of records with a result. It is at least 1 unless <see cref="WaitForCompletionOptions.MinimumSuccessRecords"/> is 0.
    /// </summary>
    public string SuccessRecordCount => Attribute(CompletionAttributeNames.SuccessRecordCount);

    /// <summary>The number of records with an error.</summary>
    public string ErrorRecordCount => Attribute(CompletionAttributeNames.ErrorRecordCount);

    /// <summary>The logical id, as a token, of the resource with the attributes.</summary>
    internal string LogicalId => result.LogicalId;

    private static void AddCriteria(Dictionary<string, object> properties, WaitForCompletionOptions options)
    {
        properties[CompletionPropertyNames.AcceptPartiallyCompleted] = options.AcceptPartiallyCompleted ? "true" : "false";
        if (options.MinimumSuccessRecords is { } minimum)
        {
            properties[CompletionPropertyNames.MinimumSuccessRecords] = minimum.ToString();
        }

        if (options.MaximumErrorRecords is { } maximum)
        {
            properties[CompletionPropertyNames.MaximumErrorRecords] = maximum.ToString();
        }
    }

    private static bool IsPossible(Duration timeout) =>
        timeout.IsUnresolved()
        || (timeout.ToSeconds(Fraction) is >= 1 and <= Limits.WaitConditionTimeoutInSeconds and var seconds && double.IsInteger(seconds));

    private static string Seconds(Duration timeout) => timeout.IsUnresolved()
        ? Token.AsString(timeout.ToSeconds())
        : timeout.ToSeconds(Fraction).ToString(CultureInfo.InvariantCulture);

    private CfnResource Report(string id, IBatchInferenceProvider provider, Dictionary<string, object> properties) =>
        new(this, id, new CfnResourceProps
        {
            Type = ResourceType.Completion,
            Properties = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [PropertyNames.ServiceToken] = provider.ServiceToken,
                [PropertyNames.ServiceTimeout] = JobPropertiesWriter.ServiceTimeout,
            }.Concat(properties).ToDictionary(StringComparer.Ordinal),
        });

    private string Attribute(string name) => result.GetAtt(name).ToString();
}
