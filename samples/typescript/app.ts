import { App, Aws, Stack } from 'aws-cdk-lib';
import { BatchInferenceProvider } from './batch-inference';
import { SummariesStack } from './lib/summaries-stack';

const app = new App();
const modelId = 'amazon.nova-micro-v1:0';
const modelArn = `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}::foundation-model/${modelId}`;

// The provider, once for the app. Without it, jobs use the provider that is deployed from provider.yaml in the account and Region.
const provider = new BatchInferenceProvider(new Stack(app, 'BatchInferenceProvider'), 'Provider', {
  folder: app.node.getContext('provider'),
  modelArns: [modelArn],
});

new SummariesStack(app, 'Summaries', {
  recordsBucket: app.node.tryGetContext('records') ?? 'YOUR_BUCKET',
  modelId,
  modelArn,
  revision: app.node.tryGetContext('revision') ?? '1',
  serviceToken: provider.serviceToken,
});
