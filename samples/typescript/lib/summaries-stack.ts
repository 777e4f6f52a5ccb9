import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { BatchInferenceJob, batchInferenceRole } from '../batch-inference';

export interface SummariesStackProps extends StackProps {
  /** The bucket with the records, in this Region. */
  readonly recordsBucket: string;
  readonly modelId: string;
  readonly modelArn: string;
  /** Change it to run the same job again. */
  readonly revision: string;
  readonly serviceToken?: string;
}

export class SummariesStack extends Stack {
  constructor(scope: Construct, id: string, props: SummariesStackProps) {
    super(scope, id, props);
    const records = Bucket.fromBucketName(this, 'Records', props.recordsBucket);
    const results = new Bucket(this, 'Results', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const job = new BatchInferenceJob(this, 'Summaries', {
      role: batchInferenceRole(this, 'ServiceRole', {
        modelArns: [props.modelArn],
        records,
        recordsKey: 'records/',
        results,
        resultsPrefix: 'summaries/',
      }),
      properties: {
        ModelId: props.modelId,
        InputDataConfig: { S3InputDataConfig: { S3Uri: records.s3UrlForObject('records/') } },
        OutputDataConfig: { S3OutputDataConfig: { S3Uri: results.s3UrlForObject('summaries/') } },
        TimeoutDurationInHours: 48,
        Revision: props.revision,
        Tags: [{ Key: 'team', Value: 'support' }],
      },
      serviceToken: props.serviceToken,
    });

    const failed = new Rule(this, 'Failed', {
      eventPattern: {
        source: ['aws.bedrock'],
        detailType: ['Batch Inference Job State Change'],
        detail: { batchJobArn: [job.jobArn], status: ['Failed', 'Expired'] },
      },
    });
    failed.addTarget(new SnsTopic(new Topic(this, 'Operators', { enforceSSL: true })));

    new CfnOutput(this, 'JobArn', { value: job.jobArn });
    new CfnOutput(this, 'ResultsUri', { value: job.outputS3Uri });
  }
}
