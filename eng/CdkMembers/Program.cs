using BatchResource.CdkMembers;

if (args is not [var package, .. var folders] || folders.Length == 0)
{
    Console.Error.WriteLine("""
        Resolves every reference of a packed BatchResource.Cdk against versions of the AWS CDK.
        usage: dotnet run --project eng/CdkMembers -- PACKAGE.nupkg FOLDER...   each with Amazon.CDK.Lib.dll and what it needs beside it
        """);
    return 2;
}

var missing = 0;
foreach (var folder in folders)
{
    foreach (var report in PackageCheck.Run(package, folder))
    {
        Console.WriteLine(report);
        missing += report.Missing.Count;
    }
}

return missing == 0 ? 0 : 1;
