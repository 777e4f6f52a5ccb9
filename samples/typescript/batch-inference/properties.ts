// Rendered from the contract by `make schema`. Change the contract, not this file.
import type { IResolvable } from 'aws-cdk-lib';

/** In Amazon S3. */
export interface S3InputDataConfigProperty {
  /** A .jsonl file, or a folder, of which every JSONL file is read. */
  readonly S3Uri: string | IResolvable;

  /** The format of the records. */
  readonly S3InputFormat?: 'JSONL' | IResolvable;

  /** The 12 digits of the account that owns the bucket, where it is another account's. */
  readonly S3BucketOwner?: string | number | IResolvable;
}

/** Where the records are. */
export interface InputDataConfigProperty {
  /** In Amazon S3. */
  readonly S3InputDataConfig: S3InputDataConfigProperty | IResolvable;
}

/** In Amazon S3. */
export interface S3OutputDataConfigProperty {
  /** Each job writes into a folder below it, named for the job's id. */
  readonly S3Uri: string | IResolvable;

  /** The KMS key for the results; without it the bucket's own encryption applies. */
  readonly S3EncryptionKeyId?: string | IResolvable;

  /** The 12 digits of the account that owns the bucket, where it is another account's. */
  readonly S3BucketOwner?: string | number | IResolvable;
}

/** Where the results go. */
export interface OutputDataConfigProperty {
  /** In Amazon S3. */
  readonly S3OutputDataConfig: S3OutputDataConfigProperty | IResolvable;
}

/** The VPC that the job's traffic goes through. */
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
  /** Unique in account and Region for ever; leave it out to have one generated. */
  readonly JobName?: string | IResolvable;

  /** The id or ARN of a foundation model or inference profile, or the ARN of a custom model. */
  readonly ModelId: string | IResolvable;

  /** Where the records are. */
  readonly InputDataConfig: InputDataConfigProperty | IResolvable;

  /** Where the results go. */
  readonly OutputDataConfig: OutputDataConfigProperty | IResolvable;

  /** The VPC that the job's traffic goes through. */
  readonly VpcConfig?: VpcConfigProperty | IResolvable;

  /** After how many hours the job ends with the results it has, 24-168; without it 24. */
  readonly TimeoutDurationInHours?: number | string | IResolvable;

  /** The form of the records; without it InvokeModel. */
  readonly ModelInvocationType?: 'InvokeModel' | 'Converse' | IResolvable;

  /** The job's tags; they change in place. */
  readonly Tags?: (TagProperty | IResolvable)[] | IResolvable;

  /** Another text means: run the job again, though nothing else has changed. */
  readonly Revision?: string | number | boolean | IResolvable;

  /** How far the job must be before the deployment goes on; without it Submitted. */
  readonly WaitFor?: 'Submitted' | 'Validated' | IResolvable;
}
