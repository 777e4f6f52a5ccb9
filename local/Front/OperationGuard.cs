using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.SigV4;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>Runs an operation, and turns everything that can go wrong into the error that a caller gets.</summary>
internal static class OperationGuard
{
    /// <summary>Runs it.</summary>
    /// <returns>Null, or what went wrong.</returns>
    public static async Task<ServiceException?> RunAsync(AwsCall call, Func<Task> operation)
    {
        var error = await TryAsync(call, operation);
        call.ErrorCode = error?.Code;
        return error;
    }

    private static async Task<ServiceException?> TryAsync(AwsCall call, Func<Task> operation)
    {
        try
        {
            await operation();
            return null;
        }
        catch (ServiceException e)
        {
            return e;
        }
        catch (SignatureException e)
        {
            return new(StatusCodes.Status403Forbidden, e.Code, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            return new(e.StatusCode, "BadRequest", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException || !call.Http.RequestAborted.IsCancellationRequested)
        {
            // A defect: the caller's log is where it is looked for, and one line of it is enough there.
            return new(StatusCodes.Status500InternalServerError, "InternalFailure", $"{e.GetType().Name}: {e.Message}");
        }
    }
}
