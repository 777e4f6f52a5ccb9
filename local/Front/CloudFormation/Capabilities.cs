using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>What a user must acknowledge before CloudFormation deploys a template: that it makes roles and policies.</summary>
internal static class Capabilities
{
    private const string Iam = "CAPABILITY_IAM";
    private const string NamedIam = "CAPABILITY_NAMED_IAM";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["AWS::IAM::Role"] = "RoleName",
        ["AWS::IAM::ManagedPolicy"] = "ManagedPolicyName",
        ["AWS::IAM::User"] = "UserName",
        ["AWS::IAM::Group"] = "GroupName",
        ["AWS::IAM::InstanceProfile"] = "InstanceProfileName",
        ["AWS::IAM::Policy"] = "",
        ["AWS::IAM::AccessKey"] = "",
        ["AWS::IAM::UserToGroupAddition"] = "",
    };

    /// <summary>The capability that a template needs; none for most.</summary>
    public static IReadOnlyList<string> Of(Template? template)
    {
        var identities = Identities(template).ToList();
        return identities.Count == 0 ? [] : identities.Any(IsNamed) ? [NamedIam] : [Iam];
    }

    /// <summary>The types that a capability is needed for.</summary>
    public static IReadOnlyList<string> TypesOf(Template? template) =>
        [.. Identities(template).Select(resource => resource.Type).Distinct()];

    /// <summary>Refuses a template for which too little was acknowledged.</summary>
    /// <exception cref="ServiceException">It was.</exception>
    public static void Require(Template template, IReadOnlyList<string> given)
    {
        foreach (var needed in Of(template).Where(needed => !given.Contains(needed) && !given.Contains(NamedIam)))
            throw new ServiceException(400, "InsufficientCapabilitiesException", $"Requires capabilities : [{needed}]");
    }

    private static IEnumerable<TemplateResource> Identities(Template? template) =>
        (template?.Resources.Values ?? []).Where(resource => Names.ContainsKey(resource.Type));

    private static bool IsNamed(TemplateResource resource) => resource.Properties.ContainsKey(Names[resource.Type]);
}
