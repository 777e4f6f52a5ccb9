namespace Amazon.Lambda.Core;

/// <summary>What a mobile client told about itself.</summary>
public interface IClientContext
{
    /// <summary>The device's environment.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The application on the device.</summary>
    IClientApplication Client { get; }

    /// <summary>Values of the application's own.</summary>
    IDictionary<string, string> Custom { get; }
}
