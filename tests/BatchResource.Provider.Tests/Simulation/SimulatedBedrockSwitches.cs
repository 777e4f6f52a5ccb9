using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What Bedrock leaves undocumented: the provider has to live with either.</summary>
internal sealed record SimulatedBedrockSwitches
{
    /// <summary>A repeated token returns the first job; otherwise its name is found to be in use.</summary>
    public bool RepeatedTokenReturnsJob { get; init; } = true;

    /// <summary>What Stop says of a job that has ended.</summary>
    public JobServiceError StopOfEnded { get; init; } = JobServiceError.Invalid;

    /// <summary>How long a new job is missing from Get.</summary>
    public TimeSpan GetLag { get; init; }

    /// <summary>How long a new job is missing from List.</summary>
    public TimeSpan ListLag { get; init; }

    /// <summary>How many jobs a page of List has.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>How many pages of other jobs, none of which matches, come before the list's end when it is not narrowed down.</summary>
    public int EmptyPages { get; init; }

    /// <summary>How long a page takes.</summary>
    public TimeSpan PageTime { get; init; }

    /// <summary>How long a job takes to stop.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a job runs.</summary>
    public TimeSpan RunTime { get; init; } = TimeSpan.FromHours(2);
}
