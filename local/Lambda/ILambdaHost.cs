namespace BatchResource.Local.Lambda;

/// <summary>Runs functions, each in processes of its own that speak the Lambda Runtime API.</summary>
public interface ILambdaHost
{
    /// <summary>Creates the function, or replaces its code and configuration.</summary>
    void Put(LambdaFunction function);

    /// <summary>Removes the function. Invocations that run go on until they end.</summary>
    void Remove(string functionArn);

    /// <summary>
    /// Accepts an event for asynchronous invocation, as CloudFormation does it, and returns at once: the event is repeated when
    /// the function fails or times out, and its result is thrown away.
    /// </summary>
    /// <returns>Lambda's request id, which stays the same when the event is repeated.</returns>
    /// <exception cref="KeyNotFoundException">There is no such function.</exception>
    string InvokeAsEvent(string functionArn, ReadOnlyMemory<byte> payload);
}
