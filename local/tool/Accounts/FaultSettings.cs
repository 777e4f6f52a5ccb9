using System.Globalization;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>What <c>--fault</c> asks for, such as <c>throttling=20%</c>.</summary>
internal sealed class FaultSettings
{
    /// <summary>The kinds that can be asked for.</summary>
    public const string Kinds = "throttling, server-error, reset, response";

    private readonly List<(Fault Fault, double Share)> bedrock = [];
    private double responseShare;

    private FaultSettings()
    {
    }

    /// <summary>Nothing goes wrong.</summary>
    public bool IsEmpty => bedrock.Count == 0 && responseShare.Equals(0);

    /// <summary>What goes wrong with calls to Bedrock.</summary>
    public IFaultInjector Bedrock => bedrock.Count == 0 ? NoFaults.Instance : new RandomFaults(bedrock);

    /// <summary>What goes wrong with the n-th answer to CloudFormation: evenly spread over all of them.</summary>
    public ResponseFault? Response(int n) =>
        Math.Floor(n * responseShare) > Math.Floor((n - 1) * responseShare) ? ResponseFault.ServerError : null;

    /// <summary>Reads the values of the option.</summary>
    /// <exception cref="FormatException">One of them is malformed.</exception>
    public static FaultSettings Parse(IEnumerable<string> values)
    {
        var settings = new FaultSettings();
        foreach (var value in values)
            settings.Add(value);
        return settings.bedrock.Sum(fault => fault.Share) <= 1
            ? settings
            : throw new FormatException("--fault: the shares of calls to Bedrock must be at most 100% together");
    }

    private void Add(string value)
    {
        var parts = value.Split('=', 2);
        var share = parts.Length == 2 ? Share(parts[1], value) : 1;
        switch (parts[0])
        {
            case "throttling":
                bedrock.Add((Fault.Throttle, share));
                break;
            case "server-error":
                bedrock.Add((Fault.InternalServerError, share));
                break;
            case "reset":
                bedrock.Add((Fault.ConnectionReset, share));
                break;
            case "response":
                responseShare = share;
                break;
            default:
                throw new FormatException($"--fault must be one of {Kinds}, with a share such as throttling=20%, got \"{value}\"");
        }
    }

    private static double Share(string text, string value) =>
        text.EndsWith('%') && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent is >= 0 and <= 100
            ? percent / 100
            : throw new FormatException($"--fault must have a share of 0% to 100%, got \"{value}\"");
}
