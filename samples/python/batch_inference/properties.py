# Written from the contract by `make schema`. Change the contract, not this file.
"""What a batch inference job is, as types for mypy, Pyright and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Sequence, TypedDict, Union

from typing_extensions import NotRequired

if TYPE_CHECKING:
    from aws_cdk import IResolvable


class S3InputDataConfigProperty(TypedDict):
    """In Amazon S3."""

    S3Uri: Union[str, IResolvable]
    """A .jsonl file, or a folder. Bedrock reads every JSONL file in a folder."""

    S3InputFormat: NotRequired[Union[Literal["JSONL"], IResolvable]]
    """The format of the records."""

    S3BucketOwner: NotRequired[Union[str, float, IResolvable]]
    """The account that owns the bucket, 12 digits. Default: the job's account."""


class InputDataConfigProperty(TypedDict):
    """Where the records are."""

    S3InputDataConfig: Union[S3InputDataConfigProperty, IResolvable]
    """In Amazon S3."""


class S3OutputDataConfigProperty(TypedDict):
    """In Amazon S3."""

    S3Uri: Union[str, IResolvable]
    """The prefix of the results. Each job writes into its own folder below it, named after the job's id."""

    S3EncryptionKeyId: NotRequired[Union[str, IResolvable]]
    """The KMS key for the results. Default: the bucket's own encryption."""

    S3BucketOwner: NotRequired[Union[str, float, IResolvable]]
    """The account that owns the bucket, 12 digits. Default: the job's account."""


class OutputDataConfigProperty(TypedDict):
    """Where the results are."""

    S3OutputDataConfig: Union[S3OutputDataConfigProperty, IResolvable]
    """In Amazon S3."""


class VpcConfigProperty(TypedDict):
    """The VPC for the job's traffic to S3."""

    SubnetIds: Union[Sequence[Union[str, IResolvable]], IResolvable]
    """1-16 subnets."""

    SecurityGroupIds: Union[Sequence[Union[str, IResolvable]], IResolvable]
    """1-5 security groups."""


class TagProperty(TypedDict):
    """One of Tags."""

    Key: Union[str, float, bool, IResolvable]
    """The key."""

    Value: Union[str, float, bool, IResolvable]
    """The value."""


class BatchInferenceJobProperties(TypedDict):
    """What a batch inference job is. A change of anything but Tags and WaitFor starts another job."""

    JobName: NotRequired[Union[str, IResolvable]]
    """Unique in the account and Region for ever. Without it, the provider generates a name."""

    ModelId: Union[str, IResolvable]
    """The id or ARN of a foundation model or inference profile, or the ARN of a custom model."""

    InputDataConfig: Union[InputDataConfigProperty, IResolvable]
    """Where the records are."""

    OutputDataConfig: Union[OutputDataConfigProperty, IResolvable]
    """Where the results are."""

    VpcConfig: NotRequired[Union[VpcConfigProperty, IResolvable]]
    """The VPC for the job's traffic to S3."""

    TimeoutDurationInHours: NotRequired[Union[float, str, IResolvable]]
    """The hours after which Bedrock ends the job with the results it has, 24-168. Default: 24."""

    ModelInvocationType: NotRequired[Union[Literal["InvokeModel", "Converse"], IResolvable]]
    """The form of the records. Default: InvokeModel."""

    Tags: NotRequired[Union[Sequence[Union[TagProperty, IResolvable]], IResolvable]]
    """The job's tags. A change of tags starts no new job."""

    Revision: NotRequired[Union[str, float, bool, IResolvable]]
    """Change it to run the same job again."""

    WaitFor: NotRequired[Union[Literal["Submitted", "Validated"], IResolvable]]
    """How far the job must be before the deployment goes on. Default: Submitted."""
