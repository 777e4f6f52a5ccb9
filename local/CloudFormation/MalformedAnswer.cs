namespace BatchResource.Local.CloudFormation;

/// <summary>What happens on an answer that cannot be understood.</summary>
public enum MalformedAnswer
{
    /// <summary>The resource fails at once.</summary>
    Fails,

    /// <summary>The answer is ignored, and the resource fails when its time is over.</summary>
    IsIgnored,
}
