using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>Tells a wait condition that a job has ended.</summary>
internal sealed class CompletionSignal(ResponseSender sender)
{
    /// <summary>Sends the signal; false if the handle did not accept it.</summary>
    public async Task<bool> SendAsync(string handle, JobEnd end, Log log, CancellationToken cancellationToken)
    {
        if (ResponseUrl.TryParse(handle) is not { } url)
        {
            return false;
        }

        new JobLog(log).CompletionSignalled(end.Job, end.FailureReason);
        var delivery = await sender.SendAsync(
            url, WaitConditionSignal.Write(end.Job.Arn.Id, end.FailureReason), log, cancellationToken);
        return delivery == Delivery.Taken;
    }
}
