using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Reads what a request for a stack asks for, and refuses what cannot be done, before anything is.</summary>
/// <param name="services">What knows the resource types.</param>
/// <param name="table">The stacks, for what they export.</param>
internal sealed class StackReader(StackServices services, StackTable table)
{
    /// <summary>Reads and checks a template.</summary>
    /// <exception cref="TemplateException">It cannot be deployed.</exception>
    public Template Template(StackRequest request, StackState? state = null)
    {
        var parameters = state?.Parameters.ToDictionary() ?? [];
        foreach (var (name, value) in request.Parameters)
            parameters[name] = value;
        var template = TemplateReader.Read(request.TemplateBody, parameters);
        TemplateValidator.Validate(template, services.Types, services.Behavior.StackOutputPlaces);
        return template;
    }

    /// <summary>What the names of a template stand for that is to be deployed; everything that it imports is there.</summary>
    /// <exception cref="TemplateException">A parameter, a condition or a rule refuses it, or an export is missing.</exception>
    public StackValues Deployable(Template template, StackState state, IReadOnlyDictionary<string, string> texts)
    {
        var values = Values(template, state, texts);
        try
        {
            ImportCheck.Require(template, new Evaluator(values), table);
        }
        catch (FunctionException e)
        {
            throw new TemplateException(e.Message);
        }

        return values;
    }

    /// <summary>What the names of a template stand for, its rules checked.</summary>
    /// <exception cref="TemplateException">A parameter, a condition or a rule refuses it.</exception>
    public StackValues Values(Template template, StackState state, IReadOnlyDictionary<string, string> texts)
    {
        try
        {
            var values = new StackValues(
                template, state, ParameterResolver.Values(template, texts, StoredParameter), services.Types, table);
            RuleChecker.Check(template, new Evaluator(values));
            return values;
        }
        catch (FunctionException e)
        {
            throw new TemplateException(e.Message);
        }
    }

    /// <summary>The stored value behind the value of a parameter; not known where that is not.</summary>
    private string? StoredParameter(string name) => UnknownValue.IsIn(name) ? name : table.StoredParameter(name);

    /// <summary>The texts of all parameters for an update.</summary>
    /// <exception cref="TemplateException">Lists unknown, missing and unacceptable parameters.</exception>
    public static IReadOnlyDictionary<string, string> Texts(Template template, StackState state, StackRequest request)
    {
        var kept = state.Parameters.Where(parameter =>
            template.Parameters.ContainsKey(parameter.Key)
            && (request.PreviousParameters is null || request.PreviousParameters.Contains(parameter.Key)));
        return ParameterResolver.Texts(template, request.Parameters, kept.ToDictionary(), request.UnknownParameters);
    }
}
