using Amazon.CDK;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class RecordExample : Stack
{
    public RecordExample(Construct scope, string id)
        : base(scope, id)
    {
        // Each method writes the body that its models read.
        var nova = BatchInferenceInput.FromRecords(Questions().Select(question => BatchRecord.Nova(question, maxTokens: 200)));
        var claude = BatchInferenceInput.FromRecords(Questions().Select(question => BatchRecord.Anthropic(
            question, maxTokens: 200, new BatchRecordOptions { System = "Answer in one sentence.", Temperature = 0 })));
    }

    private static IEnumerable<string> Questions() => Enumerable.Range(1, 100).Select(number => $"Is {number} a prime number?");
}
