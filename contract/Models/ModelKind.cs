namespace BatchResource.Contract;

/// <summary>The kind of model that an id or ARN means.</summary>
internal enum ModelKind
{
    /// <summary>A text that is not a known form of id or ARN; for example, a CloudFormation parameter.</summary>
    Unknown,

    /// <summary>A foundation model: <c>amazon.nova-micro-v1:0</c>.</summary>
    FoundationModel,

    /// <summary>A cross-Region inference profile: <c>us.amazon.nova-micro-v1:0</c>.</summary>
    InferenceProfile,

    /// <summary>An application inference profile, which an account makes: twelve letters and digits.</summary>
    ApplicationInferenceProfile,

    /// <summary>A model that an account trained. It has only an ARN.</summary>
    CustomModel,

    /// <summary>An ARN of something else, such as provisioned throughput, which cannot do batch inference.</summary>
    Other,
}
