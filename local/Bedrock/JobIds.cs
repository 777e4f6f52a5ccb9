using System.Security.Cryptography;
using System.Text;

namespace BatchResource.Local.Bedrock;

/// <summary>Where the twelve characters of a job's id come from.</summary>
public static class JobIds
{
    private const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 12;

    /// <summary>Another id every time.</summary>
    public static string Random(string jobName) => RandomNumberGenerator.GetString(Characters, Length);

    /// <summary>The same id for the same job name, for output that is to be the same every time.</summary>
    public static string FromName(string jobName)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(jobName));
        return string.Concat(hash.Take(Length).Select(value => Characters[value % Characters.Length]));
    }
}
