import { createHash } from 'node:crypto';
import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** What a job may use. */
export interface BatchInferenceRoleProps {
  /** The ARNs of the model. An inference profile has several: its own, and the model's in every Region that it routes to. */
  readonly modelArns: string[];
  /** The bucket of the records. */
  readonly records: IBucket;
  /** The key of the records, or their folder with a slash at its end. */
  readonly recordsKey: string;
  /** The bucket of the results. */
  readonly results: IBucket;
  /** The folder of the results, with a slash at its end. */
  readonly resultsPrefix: string;
  /** The KMS key that encrypts the results. Default: the key of their bucket, if it has one. */
  readonly resultsKey?: IKey;
}

/**
 * A service role that may do only this. Its logical ID changes with its permissions. So a deployment that changes them makes another role,
 * and a job that still runs keeps its own.
 */
export function batchInferenceRole(scope: Construct, id: string, props: BatchInferenceRoleProps): Role {
  const stack = Stack.of(scope);
  const policy = new PolicyDocument({ statements: statements(stack, props) });
  const mark = createHash('sha256').update(JSON.stringify(stack.resolve(policy))).digest('hex').slice(0, 8);
  const jobs = `arn:${stack.partition}:bedrock:${stack.region}:${stack.account}:model-invocation-job/*`;
  return new Role(scope, `${id}${mark}`, {
    path: '/batch-inference/',
    description: 'Lets Amazon Bedrock run a batch inference job',
    assumedBy: new ServicePrincipal('bedrock.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnEquals: { 'aws:SourceArn': jobs } },
    }),
    inlinePolicies: { BatchInference: policy },
  });
}

function statements(stack: Stack, props: BatchInferenceRoleProps): PolicyStatement[] {
  const inThisAccount = { StringEquals: { 'aws:ResourceAccount': stack.account } };
  const recordsKeys = props.recordsKey.endsWith('/') ? `${props.recordsKey}*` : props.recordsKey;
  const viaS3 = { StringEquals: { 'kms:ViaService': `s3.${stack.region}.${stack.urlSuffix}` } };
  const resultsKey = props.resultsKey ?? props.results.encryptionKey;
  return [
    allow(['bedrock:InvokeModel'], props.modelArns),
    allow(['s3:GetObject'], [props.records.arnForObjects(recordsKeys)], inThisAccount),
    allow(['s3:GetObject', 's3:PutObject'], [props.results.arnForObjects(`${props.resultsPrefix}*`)], inThisAccount),
    allow(['s3:ListBucket'], [...new Set([props.records.bucketArn, props.results.bucketArn])], inThisAccount),
    ...(props.records.encryptionKey ? [allow(['kms:Decrypt'], [props.records.encryptionKey.keyArn], viaS3)] : []),
    ...(resultsKey ? [allow(['kms:Decrypt', 'kms:GenerateDataKey'], [resultsKey.keyArn], viaS3)] : []),
  ];
}

function allow(actions: string[], resources: string[], conditions?: Record<string, object>): PolicyStatement {
  return new PolicyStatement({ effect: Effect.ALLOW, actions, resources, conditions });
}
