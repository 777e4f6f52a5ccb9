namespace BatchResource.Local.CloudFormation;

/// <summary>Where <c>Fn::GetStackOutput</c> may stand. Conditions, export names and <c>Fn::ImportValue</c> refuse it in any case.</summary>
public enum StackOutputPlaces
{
    /// <summary>
    /// Not as the direct value of an output, nor inside <c>Fn::Sub</c> or <c>Fn::Base64</c>, as first seen (cfn-lint#4495).
    /// </summary>
    NotInOutputsOrSub,

    /// <summary>Anywhere else, as seen later (cfn-lint#4519).</summary>
    Anywhere,
}
