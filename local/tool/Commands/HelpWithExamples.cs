using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BatchResource.Local.Tool.Commands;

/// <summary>The generated help, with examples after that of the whole program.</summary>
internal sealed class HelpWithExamples(HelpAction generated, Command program, string examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = generated.Invoke(parseResult);
        if (parseResult.CommandResult.Command == program)
            parseResult.InvocationConfiguration.Output.Write(examples);
        return code;
    }
}
