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
/// The end of a job, as something that a deployment waits for: made by <see cref="BatchInferenceJob.WaitForCompletion"/>. What depends on
/// it, or refers to one of its attributes, is deployed after the job has completed.
/// </summary>
/// <remarks>
/// A wait condition that the provider signals. EventBridge tells the provider that the job has ended. The job may have ended before the
/// rule was there, so a resource looks once between the rule and the condition. EventBridge may lose the event, so a schedule asks every
/// five minutes until nobody waits any more. Another resource, behind the condition, has the attributes, and fails when the job is not the
/// one that was waited for.
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
        // A wait condition works once. Its logical id holds the definition, as another job is another condition. So do those of its handle
        // and of the check: a rollback finds the old ones as they were, and nothing signals a handle that is long out of date.
        var handle = new CfnWaitConditionHandle(this, $"Handle{definition}");
        var watch = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [CompletionPropertyNames.JobArn] = job.JobArn,
            [CompletionPropertyNames.WaitHandle] = handle.Ref,
        };
        AddCriteria(watch, options);

        // Imported once more, so that the permission for the rule is a child of this construct and can be depended on: as the function's
        // own it would come before the job, and the rule after.
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
                Description = "Signals the deployment that the batch inference job has ended",
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

    /// <summary>The job's final status: <c>Completed</c>, or <c>PartiallyCompleted</c> if that is accepted.</summary>
    public string Status => Attribute(CompletionAttributeNames.Status);

    /// <summary>The number of records in the input.</summary>
    public string TotalRecordCount => Attribute(CompletionAttributeNames.TotalRecordCount);

    /// <summary>The number of records that were processed, successfully or not.</summary>
    public string ProcessedRecordCount => Attribute(CompletionAttributeNames.ProcessedRecordCount);

    /// <summary>
    /// The number of records with a result. It is at least 1 unless <see cref="WaitForCompletionOptions.MinimumSuccessRecords"/> is 0.
    /// </summary>
    public string SuccessRecordCount => Attribute(CompletionAttributeNames.SuccessRecordCount);

    /// <summary>The number of records with an error.</summary>
    public string ErrorRecordCount => Attribute(CompletionAttributeNames.ErrorRecordCount);

    /// <summary>The logical id, as a token, of the resource that has the attributes.</summary>
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
