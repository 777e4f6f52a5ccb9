using BatchResource.Schema;

Directory.SetCurrentDirectory(args[0]);
foreach (var (path, text) in RenderedFiles.All())
{
    File.WriteAllText(path, text);
}
