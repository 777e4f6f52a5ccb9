return await BatchResource.Local.Commands.CommandLine.RunAsync(args);
