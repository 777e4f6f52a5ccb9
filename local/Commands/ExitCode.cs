namespace BatchResource.Local.Commands;

/// <summary>What a command's end says to a script.</summary>
internal static class ExitCode
{
    /// <summary>Everything is as asked.</summary>
    public const int Success = 0;

    /// <summary>It was tried, and the outcome is not the wanted one: a stack rolled back, a demo step went wrong.</summary>
    public const int Failed = 1;

    /// <summary>It was not tried: the template, the parameters or the state do not allow it. Nothing was changed.</summary>
    public const int Refused = 2;
}
