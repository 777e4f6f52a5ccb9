namespace BatchResource.Local.Lambda;

/// <summary>Which execution environments there are, and which may be started. Used by one thread at a time.</summary>
internal sealed class EnvironmentPool(LambdaHostOptions options, Func<LambdaFunction, ExecutionEnvironment> create)
{
    private readonly List<ExecutionEnvironment> idle = [];
    private readonly List<ExecutionEnvironment> busy = [];

    public IEnumerable<ExecutionEnvironment> All => idle.Concat(busy);

    /// <summary>
    /// Takes an environment for the function: a warm one, or a new one while the limits allow it. Idle ones that must give way are
    /// added to <paramref name="retired"/>.
    /// </summary>
    /// <returns>The environment, or null when the function must wait.</returns>
    public ExecutionEnvironment? Take(LambdaFunction function, List<ExecutionEnvironment> retired)
    {
        if (busy.Count(environment => environment.Function.FunctionArn == function.FunctionArn) >= function.ReservedConcurrency)
            return null;
        Retire(environment => environment.HasExited, retired);
        var chosen = idle.FindLast(environment => ReferenceEquals(environment.Function, function));
        if (chosen is not null)
        {
            idle.Remove(chosen);
        }
        else
        {
            if (busy.Count >= options.MaximumProcesses)
                return null;
            if (busy.Count + idle.Count >= options.MaximumProcesses)
                Retire(environment => environment == idle[0], retired);
            chosen = create(function);
        }
        busy.Add(chosen);
        return chosen;
    }

    /// <summary>Puts an environment back for the next event.</summary>
    public void Return(ExecutionEnvironment environment)
    {
        busy.Remove(environment);
        idle.Add(environment);
    }

    /// <summary>Forgets an environment that served its last event.</summary>
    public void Discard(ExecutionEnvironment environment) => busy.Remove(environment);

    /// <summary>Forgets the idle environments that are named, for the caller to dispose.</summary>
    public void Retire(Func<ExecutionEnvironment, bool> isNamed, List<ExecutionEnvironment> retired)
    {
        var leaving = idle.Where(isNamed).ToList();
        idle.RemoveAll(leaving.Contains);
        retired.AddRange(leaving);
    }
}
