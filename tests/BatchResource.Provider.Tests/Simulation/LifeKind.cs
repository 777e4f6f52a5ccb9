namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What a life of a stack can have met besides faults of single calls.</summary>
internal enum LifeKind
{
    /// <summary>A deployment failed and was rolled back.</summary>
    Rollback,

    /// <summary>The rollback of a replacement named the new job.</summary>
    RollbackNamesNewId,

    /// <summary>The rollback of a replacement named the old job.</summary>
    RollbackNamesOldId,

    /// <summary>A deployment failed and was not rolled back.</summary>
    NoRollback,

    /// <summary>What such a deployment left was deleted before the next one's own events.</summary>
    CleanUpFirst,

    /// <summary>The same, after them.</summary>
    CleanUpLast,

    /// <summary>A Create was given up while the function worked on it.</summary>
    CreateCancelled,

    /// <summary>An Update was given up while the function worked on it.</summary>
    UpdateCancelled,

    /// <summary>An answer came after CloudFormation had stopped listening, or never.</summary>
    AnswerLost,

    /// <summary>A deployment was retried under the RequestId of the one that failed.</summary>
    SameRequestId,

    /// <summary>A rollback failed and was continued.</summary>
    RollbackContinued,

    /// <summary>A rollback failed, and the resource was skipped.</summary>
    RollbackSkipped,

    /// <summary>A Delete failed and was repeated by the user.</summary>
    DeleteRepeated,

    /// <summary>CloudFormation gave a Delete up after three tries.</summary>
    DeleteDropped,

    /// <summary>The removal policy kept a job.</summary>
    JobKept,

    /// <summary>The stack is of another account than the function.</summary>
    OtherAccount,

    /// <summary>CloudFormation cannot be asked what it was told of.</summary>
    CannotBeAsked,

    /// <summary>CloudFormation was asked.</summary>
    Asked,

    /// <summary>Lambda delivered an event a second time for no reason.</summary>
    DeliveredTwice,
}
