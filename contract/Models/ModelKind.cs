namespace BatchResource.Contract;

/// <summary>What an id or ARN of a model stands for.</summary>
internal enum ModelKind
{
    /// <summary>A text that is the id or ARN of nothing known; a CloudFormation parameter, for instance.</summary>
    Unknown,

    /// <summary>A model as its vendor made it: <c>amazon.nova-micro-v1:0</c>.</summary>
    FoundationModel,

    /// <summary>A cross-Region inference profile: <c>us.amazon.nova-micro-v1:0</c>.</summary>
    InferenceProfile,

    /// <summary>A profile that an account made: twelve letters and digits.</summary>
    ApplicationInferenceProfile,

    /// <summary>A model that an account trained: an ARN only.</summary>
    CustomModel,

    /// <summary>An ARN of something else, such as provisioned throughput, which does no batch inference.</summary>
    Other,
}
