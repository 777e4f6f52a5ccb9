namespace BatchResource.Local.Tests.Commands;

/// <summary>A test of commands on a state folder of its own, with a template that needs no provider.</summary>
public abstract class CommandTest : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("command-tests-").FullName;

    private protected string State => Path.Combine(Folder, "state");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the template with this value, and says where.</summary>
    private protected string Template(string value)
    {
        var path = Path.Combine(Folder, "demo.template.json");
        File.WriteAllText(path, $$"""
            {
              "Parameters": { "Suffix": { "Type": "String", "Default": "" } },
              "Resources": { "Name": { "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Value": "{{value}}" } } },
              "Outputs": { "Value": { "Value": { "Fn::GetAtt": "Name.Value" } }, "Suffix": { "Value": { "Ref": "Suffix" } } }
            }
            """);
        return path;
    }

    private protected static Task<(int Code, string Output)> RunAsync(params string[] args) => CapturedCommand.RunAsync(args);
}
