namespace BatchResource.Local.Bedrock;

/// <summary>When Bedrock may find out that it cannot assume a job's service role.</summary>
public enum RoleAnswer
{
    /// <summary>While the job is validated: it fails.</summary>
    FailsJob,

    /// <summary>At once: Create is refused with ValidationException, as for sibling kinds of jobs.</summary>
    RefusesCreate,
}
