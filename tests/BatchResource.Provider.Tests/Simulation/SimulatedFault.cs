namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What goes wrong with one call.</summary>
internal enum SimulatedFault
{
    None,

    /// <summary>429; nothing happened.</summary>
    Throttle,

    /// <summary>500; nothing happened.</summary>
    ErrorBefore,

    /// <summary>500; it happened.</summary>
    ErrorAfter,

    /// <summary>The connection is reset before the call arrives.</summary>
    ResetBefore,

    /// <summary>The connection is reset after the call had its effect.</summary>
    ResetAfter,

    /// <summary>The call has its effect, and the answer takes longer than the caller waits.</summary>
    SlowAfter,

    /// <summary>The calling process is killed before the call arrives.</summary>
    KillBefore,

    /// <summary>The calling process is killed after the call had its effect.</summary>
    KillAfter,
}
