namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Prepares the function before its first invocation; false ends the program without taking one.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
