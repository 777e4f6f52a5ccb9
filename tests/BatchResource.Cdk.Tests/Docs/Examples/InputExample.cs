using Amazon.CDK;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class InputExample : Stack
{
    public InputExample(Construct scope, string id)
        : base(scope, id)
    {
        // A file or folder of your project. It is checked and uploaded when you deploy:
        var file = BatchInferenceInput.FromAsset("prompts.jsonl");

        // Records that your app makes:
        var made = BatchInferenceInput.FromRecords(Enumerable.Range(1, 100).Select(number => new BatchInferenceRecord(new
        {
            messages = new[] { new { role = "user", content = new[] { new { text = $"Write a riddle about the number {number}." } } } },
        })));
    }
}
