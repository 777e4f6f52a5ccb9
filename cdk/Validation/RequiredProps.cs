namespace BatchResource.Cdk.Internal;

/// <summary>Finds a required property that is null. A compiler without nullable annotations does not.</summary>
internal static class RequiredProps
{
    public static void Check(BatchInferenceJobProps props)
    {
        foreach (var (name, value) in new (string, object?)[]
            { (nameof(props.Model), props.Model), (nameof(props.Input), props.Input), (nameof(props.Output), props.Output) })
        {
            if (value is null)
            {
                throw new ArgumentNullException(nameof(props), $"{name} must be set, got null");
            }
        }
    }
}
