namespace Amazon.Bedrock.Model;

/// <summary>The network that a job reads its data through.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_VpcConfig.html</remarks>
public class VpcConfig
{
    /// <summary>1 to 5 security groups; null until set. Required.</summary>
    public List<string> SecurityGroupIds { get; set; }

    /// <summary>1 to 16 subnets; null until set. Required.</summary>
    public List<string> SubnetIds { get; set; }
}
