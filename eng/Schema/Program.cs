using BatchResource.Schema;

File.WriteAllText(args[0], TemplateSchema.Render());
