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
    """A .jsonl file, or a folder. The job reads every JSONL file of a folder."""

    S3InputFormat: NotRequired[Union[Literal["JSONL"], IResolvable]]
    """The format of the records."""

    S3BucketOwner: NotRequired[Union[str, float, IResolvable]]
    """The 12 digits of the account that owns the bucket. Needed if that is another account."""


class InputDataConfigProperty(TypedDict):
    """Where the records are."""

    S3InputDataConfig: Union[S3InputDataConfigProperty, IResolvable]
    """In Amazon S3."""


class S3OutputDataConfigProperty(TypedDict):
    """In Amazon S3."""

    S3Uri: Union[str, IResolvable]
    """Each job writes into a folder below it that has the job's id as its name."""

    S3EncryptionKeyId: NotRequired[Union[str, IResolvable]]
    """The KMS key for the results. Without it, the bucket's own encryption applies."""

    S3BucketOwner: NotRequired[Union[str, float, IResolvable]]
    """The 12 digits of the account that owns the bucket. Needed if that is another account."""


class OutputDataConfigProperty(TypedDict):
    """Where the results are."""

    S3OutputDataConfig: Union[S3OutputDataConfigProperty, IResolvable]
    """In Amazon S3."""


class VpcConfigProperty(TypedDict):
    """The VPC that the job's traffic goes through."""

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
    """Unique in account and Region for ever. Leave it out, and the provider generates one."""

    ModelId: Union[str, IResolvable]
    """The id or ARN of a foundation model or inference profile, or the ARN of a custom model."""

    InputDataConfig: Union[InputDataConfigProperty, IResolvable]
    """Where the records are."""

    OutputDataConfig: Union[OutputDataConfigProperty, IResolvable]
    """Where the results are."""

    VpcConfig: NotRequired[Union[VpcConfigProperty, IResolvable]]
    """The VPC that the job's traffic goes through."""

    TimeoutDurationInHours: NotRequired[Union[float, str, IResolvable]]
    """After how many hours the job ends with the results it has, 24-168. Default: 24."""

    ModelInvocationType: NotRequired[Union[Literal["InvokeModel", "Converse"], IResolvable]]
    """The form of the records. Default: InvokeModel."""

    Tags: NotRequired[Union[Sequence[Union[TagProperty, IResolvable]], IResolvable]]
    """The job's tags. A change of them does not start another job."""

    Revision: NotRequired[Union[str, float, bool, IResolvable]]
    """Change this text to run the same job again."""

    WaitFor: NotRequired[Union[Literal["Submitted", "Validated"], IResolvable]]
    """How far the job must be before the deployment goes on. Default: Submitted."""
