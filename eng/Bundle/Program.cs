using BatchResource.Bundle;

// Publishes the provider and zips it, to artifacts/provider. Bundle.targets gives the arguments.
try
{
    new Bundler(BundleOptions.Parse(args)).Run();
    return 0;
}
catch (Exception e) when (e is PublishException or ArgumentException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
