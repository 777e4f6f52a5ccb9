using BatchResource.Local.Ground;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>Finds the account of a state folder.</summary>
internal static class OpenAccount
{
    /// <summary>The account that another process serves from the folder; otherwise this process opens it.</summary>
    /// <exception cref="StateException">Another process holds the folder and serves nothing, or a file in it is damaged.</exception>
    /// <exception cref="KeyNotFoundException">An option is given that only the process that serves can heed.</exception>
    public static async Task<IAccount> AtAsync(AccountSettings settings, CancellationToken cancellation)
    {
        if (EndpointFile.Find(settings.StateFolder) is not { } endpoint)
            return await OwnAccount.OpenAsync(settings, cancellation);
        if (settings.OfTheOpener.ToList() is { Count: > 0 } options)
        {
            throw new KeyNotFoundException(
                $"The account in {settings.StateFolder} is served at {endpoint.Address}, which does not know {string.Join(", ", options)}: "
                + "give such options to serve (--fail, --throttle, --speed, --simulate-unknown), or end it");
        }

        return new ServedAccount(settings, endpoint);
    }
}
