using System.Text.Json;
using BatchResource.Local.Ground;

namespace BatchResource.Local;

/// <summary>
/// How to reach the account that a process serves from a state folder. It lies in the folder, readable by the user alone. A process that
/// takes hold of the folder deletes what the one before it has left, so the file and a folder that is held mean that the account is served.
/// </summary>
/// <param name="Address">The value for <c>AWS_ENDPOINT_URL</c>.</param>
/// <param name="AccessKeyId">The access key id that is accepted.</param>
/// <param name="SecretAccessKey">The secret that goes with it.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Region">Its Region.</param>
internal sealed record EndpointFile(Uri Address, string AccessKeyId, string SecretAccessKey, string AccountId, string Region)
{
    /// <summary>The file in a state folder.</summary>
    public static string In(string folder) => Path.Combine(folder, "endpoint.json");

    /// <summary>The account that another process serves from the folder, or null.</summary>
    /// <exception cref="StateException">The file is damaged.</exception>
    public static EndpointFile? Find(string folder)
    {
        if (!File.Exists(In(folder)) || !StateFolder.IsHeld(folder))
            return null;
        try
        {
            return JsonSerializer.Deserialize<EndpointFile>(File.ReadAllText(In(folder)), JsonSerializerOptions.Web);
        }
        catch (FileNotFoundException)
        {
            // The server has ended in between.
            return null;
        }
        catch (JsonException)
        {
            throw new StateException($"{In(folder)} is damaged; end the process that serves the account, and start it anew");
        }
    }

    /// <summary>Says it in the folder, which this process holds.</summary>
    public void Write(string folder)
    {
        var path = In(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream($"{path}.new", options))
            JsonSerializer.Serialize(file, this, JsonSerializerOptions.Web);
        File.Move($"{path}.new", path, overwrite: true);
    }
}
