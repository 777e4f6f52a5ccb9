using BatchResource.Local.Bedrock;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>Which of the calls of Bedrock something happens at, and what.</summary>
/// <param name="Action">What happens.</param>
internal sealed record CallFault(FaultAction Action)
{
    /// <summary>Only calls of this operation count; null for every one.</summary>
    public string? Operation { get; init; }

    /// <summary>The first call it happens at, counted from 1.</summary>
    public int First { get; init; } = 1;

    /// <summary>At how many calls on end it happens.</summary>
    public int Count { get; init; } = 1;

    /// <summary>It happens when the call has had its effect, instead of before.</summary>
    public bool IsAfterEffect { get; init; }

    /// <summary>Bedrock, or what lies before it, answers something else.</summary>
    public static CallFault Answer(Fault fault) => new((_, _, _) => new(fault));

    /// <summary>The calling process is killed.</summary>
    public static CallFault Kill() => new((script, call, _) =>
    {
        script.Aws.Lambda.KillByAccessKey(call.Caller.AccessKeyId);
        return new(Fault.ConnectionReset);
    });

    /// <summary>The job that is asked about completes at this moment.</summary>
    public static CallFault CompleteJob() => new((script, call, _) =>
    {
        script.Aws.Bedrock.Move(call.Input["jobIdentifier"]!.ToString(), JobStatus.Completed);
        return new((Fault?)null);
    });

    /// <summary>Another resource fails while Bedrock has the call, and nothing goes on before the next event is at work.</summary>
    public static CallFault Interrupt() => new(async (script, _, cancellationToken) =>
    {
        var next = script.NextCallOf("ListModelInvocationJobs");
        script.Interrupt();
        await next.WaitAsync(cancellationToken);
        return null;
    });
}
