namespace BatchResource.Provider.CloudFormation;

/// <summary>What became of an answer.</summary>
internal enum Delivery
{
    /// <summary>It was taken, or it was not: the connection broke, or the server failed, after it had been sent.</summary>
    Unknown,

    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>It was certainly not taken: it was refused, or never sent.</summary>
    NotTaken,
}
