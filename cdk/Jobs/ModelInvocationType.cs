namespace BatchResource.Cdk;

/// <summary>The form of <c>modelInput</c> in the records.</summary>
public enum ModelInvocationType
{
    /// <summary>
    /// The model's own request body, as in
    /// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</see>.
    /// </summary>
    InvokeModel,

    /// <summary>
    /// The request body of <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</see>,
    /// which is the same for every model.
    /// </summary>
    Converse,
}
