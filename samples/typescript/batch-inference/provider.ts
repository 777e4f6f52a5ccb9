import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { Construct } from 'constructs';

/** What you give to a BatchInferenceProvider. */
export interface BatchInferenceProviderProps {
  /** The folder that `make template` wrote: provider.yaml and the function's code. */
  readonly folder: string;
  /** The ARNs of all models and inference profiles that jobs may use. */
  readonly modelArns: string[];
  /** The processor that the function runs on. Default: x86_64. */
  readonly architecture?: 'x86_64' | 'arm64';
}

/** The function behind the jobs, from the plain template. Declare it once, and share it between the stacks of the app. */
export class BatchInferenceProvider extends Construct {
  /** The ARN of the function, for the jobs. */
  readonly serviceToken: string;

  constructor(scope: Construct, id: string, props: BatchInferenceProviderProps) {
    super(scope, id);
    const architecture = props.architecture ?? 'x86_64';
    const code = new Asset(this, 'Code', { path: join(props.folder, this.zipIn(props.folder, architecture)) });
    const template = new CfnInclude(this, 'Template', {
      templateFile: join(props.folder, 'provider.yaml'),
      preserveLogicalIds: false,
      parameters: { Architecture: architecture, CodeBucket: code.s3BucketName, ModelArns: props.modelArns },
    });
    const provider = template.getResource('Function');
    provider.addPropertyOverride('Code.S3Key', code.s3ObjectKey);
    // The CDK makes the references that it needs: an account can have several of these providers, but only one export of a name.
    template.getOutput('ServiceToken').exportName = undefined;
    // Strong, whatever the app's default is. Without its provider, no job could be stopped or deleted any more.
    CrossStackReferences.of(provider).produce(ReferenceStrength.STRONG);
    this.serviceToken = provider.getAtt('Arn').toString();
  }

  private zipIn(folder: string, architecture: string): string {
    const zips = readdirSync(folder).filter((file) => file.startsWith('batch-inference-provider-') && file.endsWith(`-${architecture}.zip`));
    if (zips.length !== 1) {
      throw new Error(`${folder} must have one batch-inference-provider-*-${architecture}.zip, got ${zips.length}: write it with make template`);
    }
    return zips[0];
  }
}
