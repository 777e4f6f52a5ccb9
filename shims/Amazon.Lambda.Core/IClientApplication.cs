namespace Amazon.Lambda.Core;

/// <summary>The application of a mobile client.</summary>
public interface IClientApplication
{
    /// <summary>The package name.</summary>
    string AppPackageName { get; }

    /// <summary>The title.</summary>
    string AppTitle { get; }

    /// <summary>The version code.</summary>
    string AppVersionCode { get; }

    /// <summary>The version name.</summary>
    string AppVersionName { get; }

    /// <summary>The id of the installation.</summary>
    string InstallationId { get; }
}
