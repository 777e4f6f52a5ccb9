namespace BatchResource.Bench.Startup;

/// <summary>Medians of a contender's runs.</summary>
/// <param name="Init">Milliseconds from the start of the process until it asked for its first event.</param>
/// <param name="First">Milliseconds from the first event to its answer.</param>
/// <param name="Cold">Milliseconds from the start of the process to the first answer.</param>
/// <param name="Processor">Milliseconds of processor time until then: what counts where a function gets a fraction of a core.</param>
/// <param name="Warm">Milliseconds from a later event to its answer.</param>
/// <param name="PeakMemory">Resident memory in MiB.</param>
/// <param name="BundleSize">What is uploaded as the function's code, in MB, zipped.</param>
internal sealed record StartupFigures(
    double Init, double First, double Cold, double Processor, double Warm, double PeakMemory, double BundleSize);
