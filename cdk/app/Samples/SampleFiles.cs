namespace BatchResource.SampleApp;

/// <summary>Finds the records that are copied next to the program, wherever you start it.</summary>
internal static class SampleFiles
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "records", name);
}
