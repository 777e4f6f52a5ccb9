namespace BatchResource.SampleApp;

/// <summary>Finds the records that are copied beside the program, from wherever it is started.</summary>
internal static class SampleFiles
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "records", name);
}
