import { Aspects, CfnResource, CustomResource, Duration, Fn, RemovalPolicy } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { BatchInferenceJobProperties } from './properties';

/** What you give to a BatchInferenceJob. */
export interface BatchInferenceJobProps {
  /** The service role that Bedrock assumes, below the path /batch-inference/. See batchInferenceRole. */
  readonly role: IRole;
  /** The job's properties, with the names of CloudFormation and of the Bedrock API. */
  readonly properties: BatchInferenceJobProperties;
  /** The ARN of the provider's function. Default: the provider that is deployed from provider.yaml in this account and Region. */
  readonly serviceToken?: string;
  /** RETAIN lets the job run to its end when it leaves the stack or changes. Default: DESTROY, which stops it. */
  readonly removalPolicy?: RemovalPolicy;
}

/** An Amazon Bedrock batch inference job: started once for each definition, replaced when the definition changes. */
export class BatchInferenceJob extends Construct {
  private readonly resource: CustomResource;

  constructor(scope: Construct, id: string, props: BatchInferenceJobProps) {
    super(scope, id);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.DESTROY;
    this.resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::BedrockBatchInferenceJob',
      serviceToken: props.serviceToken ?? Fn.importValue('BatchInferenceServiceToken'),
      // A little longer than the function can run. If the provider is silent, a deployment waits for minutes, not for an hour.
      serviceTimeout: Duration.seconds(960),
      removalPolicy,
      properties: { ...props.properties, RoleArn: props.role.roleArn },
    });
    // The job needs the role's policies from its start to its end.
    this.resource.node.addDependency(props.role);
    if (removalPolicy !== RemovalPolicy.DESTROY) {
      Aspects.of(props.role).add({ visit: (part) => part instanceof CfnResource && part.applyRemovalPolicy(removalPolicy) });
    }
  }

  /** The job's ARN. */
  get jobArn(): string {
    return this.resource.getAttString('JobArn');
  }

  /** The twelve characters at the end of the ARN. */
  get jobId(): string {
    return this.resource.getAttString('JobId');
  }

  /** The job's name, given or generated. */
  get jobName(): string {
    return this.resource.getAttString('JobName');
  }

  /** The model as Bedrock reports it, usually an ARN. */
  get modelId(): string {
    return this.resource.getAttString('ModelId');
  }

  /** The job's status at the time of the answer to CloudFormation. It does not change afterwards. */
  get status(): string {
    return this.resource.getAttString('Status');
  }

  /** When the job was submitted: ISO 8601, UTC. */
  get submitTime(): string {
    return this.resource.getAttString('SubmitTime');
  }

  /** Where the results are: s3://bucket/prefix/jobId/. */
  get outputS3Uri(): string {
    return this.resource.getAttString('OutputS3Uri');
  }
}
