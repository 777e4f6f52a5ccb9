namespace BatchResource.Local.CloudFormation;

/// <summary>A template, its parameters or its assets cannot be deployed. Nothing has been changed.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Creates the exception for everything that is wrong.</summary>
    public TemplateException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Creates the exception for one problem.</summary>
    public TemplateException(string problem)
        : this([problem])
    {
    }

    /// <summary>Each problem as a sentence, naming the place in the template.</summary>
    public IReadOnlyList<string> Problems { get; }
}
