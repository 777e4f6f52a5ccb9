namespace BatchResource.Cdk;

/// <summary>The form of the records' <c>modelInput</c>.</summary>
public enum ModelInvocationType
{
    /// <summary>
    /// The model's own request body, as
    /// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</see> takes it.
    /// </summary>
    InvokeModel,

    /// <summary>
    /// The request body of <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</see>,
    /// the same for every model.
    /// </summary>
    Converse,
}
