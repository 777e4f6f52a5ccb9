#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Bedrock.Internal;

/// <summary>Where Amazon Bedrock's control plane is (https://docs.aws.amazon.com/general/latest/gr/bedrock.html).</summary>
internal sealed class BedrockEndpointProvider : IEndpointProvider
{
    public const string Region = "Region";
    public const string UseDualStack = "UseDualStack";
    public const string UseFips = "UseFIPS";
    public const string Endpoint = "Endpoint";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[UseFips] is true;
        var dualStack = parameters[UseDualStack] is true;
        if (parameters[Endpoint] is string { Length: > 0 } url)
        {
            if (fips || dualStack)
                throw new AmazonClientException("Invalid Configuration: FIPS or DualStack and a custom endpoint are not supported together");

            return new Endpoint(url);
        }

        if (parameters[Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("Invalid Configuration: Missing Region");

        return new Endpoint($"https://bedrock{(fips ? "-fips" : "")}.{region}.{DnsSuffix(region, fips, dualStack)}");
    }

    private static string DnsSuffix(string region, bool fips, bool dualStack)
    {
        // The plain endpoint, nearly always the one wanted, does not need the table of partitions, whose first use costs a cold start.
        if (!fips && !dualStack)
            return RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;

        var partition = Fn.Partition(region);
        if (fips && !partition.supportsFIPS)
            throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
        if (dualStack && !partition.supportsDualStack)
            throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");

        return dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
    }
}
