using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>A function of the template language.</summary>
/// <param name="name">Its key in the template, such as <c>Fn::Join</c>.</param>
internal abstract class IntrinsicFunction(string name)
{
    public string Name { get; } = name;

    /// <summary>The function yields a truth value, and may only stand in conditions and rules.</summary>
    public virtual bool IsCondition => false;

    /// <summary>The function needs the transform <c>AWS::LanguageExtensions</c>.</summary>
    public virtual bool IsExtension => false;

    /// <summary>Computes the value; null means that the place is left out, as with <c>AWS::NoValue</c>.</summary>
    /// <exception cref="FunctionException">The arguments do not fit.</exception>
    public abstract JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator);

    /// <summary>What the call refers to, nested calls included.</summary>
    /// <param name="argument">The call's argument.</param>
    /// <param name="condition">
    /// Whether a condition holds, to leave out branches that are not taken; null for all branches.
    /// </param>
    public virtual IEnumerable<Reference> References(JsonNode? argument, Func<string, bool>? condition) =>
        ReferenceFinder.In(argument, condition);

    /// <summary>What is wrong with the argument's form, before any value is known.</summary>
    public abstract string? FormProblem(JsonNode? argument);

    /// <summary>The argument's elements, when it is a list of a fitting length.</summary>
    protected JsonArray List(JsonNode? argument) =>
        FormProblem(argument) is { } problem ? throw new FunctionException(problem) : (JsonArray)argument!;

    /// <summary>Says that the argument is no list with that many elements.</summary>
    protected string? NotAList(JsonNode? argument, int minimum, int maximum) =>
        argument is JsonArray list && list.Count >= minimum && list.Count <= maximum
            ? null
            : $"Template error: {Name} must have a list of {(minimum == maximum ? minimum : $"{minimum} to {maximum}")} elements";
}
