// Written from the contract by `make schema`. Change the contract, not this file.
import type { IResolvable } from 'aws-cdk-lib';

/** In Amazon S3. */
export interface S3InputDataConfigProperty {
  /** A .jsonl file, or a folder. Bedrock reads every JSONL file in a folder. */
  readonly S3Uri: string | IResolvable;

  /** The format of the records. */
  readonly S3InputFormat?: 'JSONL' | IResolvable;

  /** The account that owns the bucket, 12 digits. Default: the job's account. */
  readonly S3BucketOwner?: string | number | IResolvable;
}

/** Where the records are. */
export interface InputDataConfigProperty {
  /** In Amazon S3. */
  readonly S3InputDataConfig: S3InputDataConfigProperty | IResolvable;
}

/** In Amazon S3. */
export interface S3OutputDataConfigProperty {
  /** The prefix of the results. Each job writes into its own folder below it, named after the job's id. */
  readonly S3Uri: string | IResolvable;

  /** The KMS key for the results. Default: the bucket's own encryption. */
  readonly S3EncryptionKeyId?: string | IResolvable;

  /** The account that owns the bucket, 12 digits. Default: the job's account. */
  readonly S3BucketOwner?: string | number | IResolvable;
}

/** Where the results are. */
export interface OutputDataConfigProperty {
  /** In Amazon S3. */
  readonly S3OutputDataConfig: S3OutputDataConfigProperty | IResolvable;
}

/** The VPC for the job's traffic to S3. */
export interface VpcConfigProperty {
  /** 1-16 subnets. */
  readonly SubnetIds: (string | IResolvable)[] | IResolvable;

  /** 1-5 security groups. */
  readonly SecurityGroupIds: (string | IResolvable)[] | IResolvable;
}

/** One of Tags. */
export interface TagProperty {
  /** The key. */
  readonly Key: string | number | boolean | IResolvable;

  /** The value. */
  readonly Value: string | number | boolean | IResolvable;
}

/** What a batch inference job is. A change of anything but Tags and WaitFor starts another job. */
export interface BatchInferenceJobProperties {
  /** Unique in the account and Region for ever. Without it, the provider generates a name. */
  readonly JobName?: string | IResolvable;

  /** The id or ARN of a foundation model or inference profile, or the ARN of a custom model. */
  readonly ModelId: string | IResolvable;

  /** Where the records are. */
  readonly InputDataConfig: InputDataConfigProperty | IResolvable;

  /** Where the results are. */
  readonly OutputDataConfig: OutputDataConfigProperty | IResolvable;

  /** The VPC for the job's traffic to S3. */
  readonly VpcConfig?: VpcConfigProperty | IResolvable;

  /** The hours after which Bedrock ends the job with the results it has, 24-168. Default: 24. */
  readonly TimeoutDurationInHours?: number | string | IResolvable;

  /** The form of the records. Default: InvokeModel. */
  readonly ModelInvocationType?: 'InvokeModel' | 'Converse' | IResolvable;

  /** The job's tags. A change of tags starts no new job. */
  readonly Tags?: (TagProperty | IResolvable)[] | IResolvable;

  /** Change it to run the same job again. */
  readonly Revision?: string | number | boolean | IResolvable;

  /** How far the job must be before the deployment goes on. Default: Submitted. */
  readonly WaitFor?: 'Submitted' | 'Validated' | IResolvable;
}
