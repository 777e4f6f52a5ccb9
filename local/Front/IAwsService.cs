namespace BatchResource.Local.Front;

/// <summary>A service behind the endpoint: it checks the signature of a call and answers it in its own protocol.</summary>
internal interface IAwsService
{
    /// <summary>Answers a call, errors included.</summary>
    Task AnswerAsync(AwsCall call);
}
