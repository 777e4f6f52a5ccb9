namespace BatchResource.Local.Bedrock;

/// <summary>Does the work of jobs. Without one, jobs only change their states.</summary>
public interface IBatchRunner
{
    /// <summary>Checks the input and the service role, while the job is Validating.</summary>
    Task<InputCheck> CheckAsync(ModelInvocationJob job, CancellationToken cancellationToken);

    /// <summary>Processes the first records of the input and writes their results, before the job leaves InProgress or Stopping.</summary>
    /// <param name="job">The job.</param>
    /// <param name="records">How many records the job got to.</param>
    /// <param name="cancellationToken">The control plane stops; nothing comes of the job.</param>
    Task<BatchResult> RunAsync(ModelInvocationJob job, long records, CancellationToken cancellationToken);
}
