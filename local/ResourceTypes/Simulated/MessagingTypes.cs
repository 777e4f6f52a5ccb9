namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>Amazon SNS and Amazon SQS.</summary>
internal static class MessagingTypes
{
    public static IEnumerable<SimulatedType> All() =>
    [
        new("AWS::SNS::Topic")
        {
            PhysicalId = resource => resource.Arn("sns", resource.Named("TopicName", 256)),
            ReplacedBy = ["TopicName", "FifoTopic"],
            Attributes = new()
            {
                ["TopicArn"] = resource => resource.PhysicalId,
                ["TopicName"] = resource => resource.PhysicalId.Split(':')[^1],
            },
        },
        new("AWS::SNS::Subscription")
        {
            PhysicalId = resource => $"{resource.Text("TopicArn")}:{Guid.NewGuid()}",
            ReplacedBy = ["Endpoint", "Protocol", "TopicArn"],
            Attributes = new() { ["Arn"] = resource => resource.PhysicalId },
        },
        new("AWS::SNS::TopicPolicy")
        {
            PhysicalId = resource => resource.GeneratedName(),
            Attributes = new() { ["Id"] = resource => resource.PhysicalId },
        },
        new("AWS::StepFunctions::StateMachine")
        {
            PhysicalId = resource => resource.Arn("states", $"stateMachine:{resource.Named("StateMachineName", 80)}"),
            ReplacedBy = ["StateMachineName", "StateMachineType"],
            Attributes = new()
            {
                ["Arn"] = resource => resource.PhysicalId,
                ["Name"] = resource => resource.PhysicalId[(resource.PhysicalId.LastIndexOf(':') + 1)..],
            },
        },
        new("AWS::SQS::Queue")
        {
            PhysicalId = resource =>
                $"https://sqs.{resource.Stack.Region}.{resource.Stack.UrlSuffix}/{resource.Stack.AccountId}/"
                    + resource.Named("QueueName", 80),
            ReplacedBy = ["QueueName", "FifoQueue"],
            Attributes = new()
            {
                ["Arn"] = resource => resource.Arn("sqs", resource.PhysicalId.Split('/')[^1]),
                ["QueueName"] = resource => resource.PhysicalId.Split('/')[^1],
                ["QueueUrl"] = resource => resource.PhysicalId,
            },
        },
        new("AWS::SQS::QueuePolicy")
        {
            PhysicalId = resource => resource.GeneratedName(),
            Attributes = new() { ["Id"] = resource => resource.PhysicalId },
        },
    ];
}
