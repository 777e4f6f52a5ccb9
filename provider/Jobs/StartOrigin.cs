namespace BatchResource.Provider.Jobs;

/// <summary>Who started the job that an event is answered with.</summary>
internal enum StartOrigin
{
    /// <summary>It could not be found out.</summary>
    Unknown,

    /// <summary>This very invocation: nobody else can have told CloudFormation of the job.</summary>
    ThisInvocation,

    /// <summary>The same event, when it was delivered before.</summary>
    EarlierDelivery,

    /// <summary>Another event, whose job is taken over.</summary>
    EarlierEvent,
}
