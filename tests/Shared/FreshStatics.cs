#if IN_ONE_PROCESS
using System.Reflection;

[assembly: AssemblyFixture(typeof(BatchResource.Tests.Shared.FreshStatics))]

namespace BatchResource.Tests.Shared;

/// <summary>
/// Initializes the static fields of the tested project again before each run. In a mutation run one process tests every change, one after
/// the other, and would never see a change of what it has initialized already.
/// </summary>
public sealed class FreshStatics
{
    // Once more for what one type's fields take from another's.
    private const int Passes = 2;

    public FreshStatics()
    {
        var tests = typeof(FreshStatics).Assembly.GetName().Name!;
        var initializers = Assembly.Load(tests[..^".Tests".Length])
            .GetTypes()
            .Where(type => !type.ContainsGenericParameters && type.Namespace?.StartsWith("BatchResource", StringComparison.Ordinal) == true)
            .Select(type => type.TypeInitializer)
            .OfType<ConstructorInfo>()
            .ToList();
        for (var pass = 0; pass < Passes; pass++)
        {
            initializers.ForEach(Run);
        }
    }

    /// <summary>Runs it although it has run: reflection would not.</summary>
    private static unsafe void Run(ConstructorInfo initializer)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(initializer.DeclaringType!.TypeHandle);
        ((delegate*<void>)initializer.MethodHandle.GetFunctionPointer())();
    }
}
#endif
