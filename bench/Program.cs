using System.CommandLine;
using BatchResource.Bench;

return await new RootCommand("Measures the provider, and stacks of many jobs; figures are medians, and ratios of one run")
{
    StartupCommand.Create(),
    ScaleCommands.Synthesis(),
    ScaleCommands.Records(),
    ScaleCommands.Deployments(),
}.Parse(args).InvokeAsync();
