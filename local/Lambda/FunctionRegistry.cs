namespace BatchResource.Local.Lambda;

/// <summary>
/// The functions that stacks have created, with how they are repeated and who may invoke them, and their way onto the host.
/// </summary>
internal sealed class FunctionRegistry(ILambdaHost host)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LambdaFunction> byArn = [];
    private readonly Dictionary<string, (int Attempts, TimeSpan EventAge)> retries = [];
    private readonly Dictionary<string, InvokePermission> permissions = [];
    private readonly Dictionary<string, List<IReadOnlyDictionary<string, string>>> variables = [];
    private readonly HashSet<string> unrunnable = [];

    /// <summary>Creates the function, or changes it.</summary>
    public void Put(LambdaFunction function)
    {
        lock (gate)
        {
            if (retries.TryGetValue(function.FunctionName, out var set))
                function = function with { MaximumRetryAttempts = set.Attempts, MaximumEventAge = set.EventAge };
            byArn[function.FunctionArn] = function;
            Run(function);
        }
    }

    /// <summary>Notes a function that the host has no way to run.</summary>
    public void PutUnrunnable(string arn)
    {
        lock (gate)
            unrunnable.Add(arn);
    }

    /// <summary>Whether the function exists, and the host has no way to run it.</summary>
    public bool IsUnrunnable(string arn)
    {
        lock (gate)
            return unrunnable.Contains(arn);
    }

    /// <summary>Deletes the function.</summary>
    public void Remove(string arn)
    {
        lock (gate)
        {
            if (byArn.Remove(arn))
                host.Remove(arn);
        }
    }

    /// <summary>Sets how failed asynchronous invocations are repeated.</summary>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="attempts">How often an invocation is repeated.</param>
    /// <param name="eventAge">How old an event may get.</param>
    public void SetRetries(string function, int attempts, TimeSpan eventAge)
    {
        lock (gate)
        {
            var name = NameOf(function);
            retries[name] = (attempts, eventAge);
            if (byArn.Values.FirstOrDefault(known => known.FunctionName == name) is not { } known)
                return;
            byArn[known.FunctionArn] = known with { MaximumRetryAttempts = attempts, MaximumEventAge = eventAge };
            Run(byArn[known.FunctionArn]);
        }
    }

    /// <summary>Gives functions more variables for a while; whatever serves the next event of theirs has them.</summary>
    /// <param name="arns">The functions, also some that are not known yet.</param>
    /// <param name="more">The variables.</param>
    /// <returns>Takes them back when it is disposed.</returns>
    public IDisposable With(IReadOnlyCollection<string> arns, IReadOnlyDictionary<string, string> more)
    {
        Set(arn => (variables[arn] = variables.GetValueOrDefault(arn) ?? []).Add(more));
        return new Registration(() => Set(arn => variables[arn].Remove(more)));

        void Set(Action<string> change)
        {
            lock (gate)
            {
                foreach (var arn in arns)
                {
                    change(arn);
                    if (byArn.TryGetValue(arn, out var function))
                        Run(function);
                }
            }
        }
    }

    /// <summary>Lets a principal invoke a function.</summary>
    /// <param name="id">The id of the statement.</param>
    /// <param name="permission">Who may invoke what.</param>
    public void Allow(string id, InvokePermission permission)
    {
        lock (gate)
            permissions[id] = permission;
    }

    /// <summary>Takes a permission back.</summary>
    public void Disallow(string id)
    {
        lock (gate)
            permissions.Remove(id);
    }

    /// <summary>Whether a principal may invoke a function on behalf of a source.</summary>
    public bool MayInvoke(string principal, string sourceArn, string function)
    {
        lock (gate)
            return permissions.Values.Any(permission => permission.Lets(principal, sourceArn, NameOf(function)));
    }

    /// <summary>The ARN of a function that is named by name or ARN; what was given when there is none.</summary>
    public string ArnOf(string function)
    {
        lock (gate)
            return byArn.Values.FirstOrDefault(known => known.FunctionName == NameOf(function))?.FunctionArn ?? function;
    }

    /// <summary>Hands an event to a function, version or alias.</summary>
    /// <returns>Lambda's request id.</returns>
    /// <exception cref="KeyNotFoundException">There is no such function.</exception>
    public string Invoke(string arn, ReadOnlyMemory<byte> payload) => host.InvokeAsEvent(string.Join(':', arn.Split(':').Take(7)), payload);

    /// <summary>The name in an ARN of a function; a name stays as it is.</summary>
    public static string NameOf(string function) => function.Split(':') is { Length: >= 7 } arn ? arn[6] : function;

    /// <summary>Puts the function on the host, with the variables that it has for a while. Only under the gate.</summary>
    private void Run(LambdaFunction function)
    {
        if (variables.GetValueOrDefault(function.FunctionArn) is { Count: > 0 } given)
        {
            var merged = function.Environment.ToDictionary();
            foreach (var (name, value) in given[^1])
                merged.TryAdd(name, value);
            function = function with { Environment = merged };
        }

        host.Put(function);
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
