using System.CommandLine;
using BatchResource.Local.Commands;

var root = new RootCommand("An AWS account on this machine, with as much in it as Bedrock batch inference jobs need")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
