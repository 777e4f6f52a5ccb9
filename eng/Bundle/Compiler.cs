namespace BatchResource.Bundle;

/// <summary>What is in a bundle.</summary>
internal enum Compiler
{
    /// <summary>A program of machine code that needs no .NET.</summary>
    Native,

    /// <summary>Assemblies with machine code beside their IL, for the managed runtime.</summary>
    ReadyToRun,

    /// <summary>Assemblies with IL only, for any machine that has .NET.</summary>
    Il,
}
