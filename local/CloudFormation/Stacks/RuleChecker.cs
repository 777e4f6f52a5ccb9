using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Checks the parameters against the rules of the template.</summary>
internal static class RuleChecker
{
    /// <summary>Refuses parameters that break a rule.</summary>
    /// <exception cref="TemplateException">Lists every broken assertion.</exception>
    public static void Check(Template template, Evaluator evaluator)
    {
        var broken = template.Rules.Values
            .Where(rule => rule.RuleCondition is null || evaluator.Condition(rule.RuleCondition))
            .SelectMany(rule => rule.Assertions.Where(assertion => !evaluator.Condition(assertion.Assert)).Select(assertion =>
                $"Rule {rule.Name} is not met: {assertion.Description ?? assertion.Assert.ToJsonString()}"))
            .ToList();
        if (broken.Count > 0)
            throw new TemplateException(broken);
    }
}
