namespace BatchResource.Local.CloudFormation.Assemblies;

/// <summary>The account and Region that the local AWS plays.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Partition">Such as <c>aws</c>.</param>
internal sealed record LocalAccount(string AccountId, string Region, string Partition)
{
    /// <summary>Replaces the placeholders that cloud assemblies use for what is only known on deployment.</summary>
    public string Resolve(string text) => text
        .Replace("${AWS::AccountId}", AccountId, StringComparison.Ordinal)
        .Replace("${AWS::Region}", Region, StringComparison.Ordinal)
        .Replace("${AWS::Partition}", Partition, StringComparison.Ordinal);
}
