namespace BatchResource.Local.Tool.Commands;

/// <summary>What a command's end says to a script.</summary>
internal static class ExitCode
{
    /// <summary>Everything is as asked.</summary>
    public const int Success = 0;

    /// <summary>
    /// It was tried, and the outcome is not the wanted one: a stack was rolled back, a job failed, a demo step went wrong.
    /// </summary>
    public const int Failed = 1;

    /// <summary>
    /// It was not tried: the command line, the template or the state of the stack does not allow it. Nothing was changed.
    /// </summary>
    public const int Refused = 2;

    /// <summary>What is kept on disk is in use by another process, damaged, or out of reach. It stays as it is.</summary>
    public const int StateUnusable = 3;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
