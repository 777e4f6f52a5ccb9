from aws_cdk import App, Aws, Stack

from batch_inference import BatchInferenceProvider
from summaries_stack import SummariesStack

app = App()
model_id = "amazon.nova-micro-v1:0"
model_arn = f"arn:{Aws.PARTITION}:bedrock:{Aws.REGION}::foundation-model/{model_id}"

# The provider, once for the app. Without it, jobs use the provider that is deployed from provider.yaml in the account and Region.
provider = BatchInferenceProvider(
    Stack(app, "BatchInferenceProvider"),
    "Provider",
    folder=app.node.get_context("provider"),
    model_arns=[model_arn],
)

SummariesStack(
    app,
    "Summaries",
    # Change the revision to run the same job again: cdk deploy -c revision=2
    records_bucket=app.node.try_get_context("records") or "YOUR_BUCKET",
    model_id=model_id,
    model_arn=model_arn,
    revision=app.node.try_get_context("revision") or "1",
    service_token=provider.service_token,
)

app.synth()
