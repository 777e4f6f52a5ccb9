namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

public class LambdaBootstrapOptions
{
    public extern LambdaBootstrapOptions();
    public extern string RuntimeApiEndpoint { get; set; }
}
