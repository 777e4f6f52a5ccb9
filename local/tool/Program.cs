return await BatchResource.Local.Tool.Commands.CommandLine.RunAsync(args);
