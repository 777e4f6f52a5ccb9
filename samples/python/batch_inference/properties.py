# Rendered from the contract by `make schema`. Change the contract, not this file.
"""What a batch inference job is, as types for mypy, Pyright and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Sequence, TypedDict, Union

from typing_extensions import NotRequired

if TYPE_CHECKING:
    from aws_cdk import IResolvable


class S3InputDataConfigProperty(TypedDict):
    """In Amazon S3."""

    S3Uri: Union[str, IResolvable]
    """A .jsonl file, or a folder, of which every JSONL file is read."""

    S3InputFormat: NotRequired[Union[Literal["JSONL"], IResolvable]]
    """The format of the records."""

    S3BucketOwner: NotRequired[Union[str, float, IResolvable]]
    """The 12 digits of the account that owns the bucket, where it is another account's."""


class InputDataConfigProperty(TypedDict):
    """Where the records are."""

    S3InputDataConfig: Union[S3InputDataConfigProperty, IResolvable]
    """In Amazon S3."""


class S3OutputDataConfigProperty(TypedDict):
    """In Amazon S3."""

    S3Uri: Union[str, IResolvable]
    """Each job writes into a folder below it, named for the job's id."""

    S3EncryptionKeyId: NotRequired[Union[str, IResolvable]]
    """The KMS key for the results; without it the bucket's own encryption applies."""

    S3BucketOwner: NotRequired[Union[str, float, IResolvable]]
    """The 12 digits of the account that owns the bucket, where it is another account's."""


class OutputDataConfigProperty(TypedDict):
    """Where the results go."""

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
    """Unique in account and Region for ever; leave it out to have one generated."""

    ModelId: Union[str, IResolvable]
    """The id or ARN of a foundation model or inference profile, or the ARN of a custom model."""

    InputDataConfig: Union[InputDataConfigProperty, IResolvable]
    """Where the records are."""

    OutputDataConfig: Union[OutputDataConfigProperty, IResolvable]
    """Where the results go."""

    VpcConfig: NotRequired[Union[VpcConfigProperty, IResolvable]]
    """The VPC that the job's traffic goes through."""

    TimeoutDurationInHours: NotRequired[Union[float, str, IResolvable]]
    """After how many hours the job ends with the results it has, 24-168; without it 24."""

    ModelInvocationType: NotRequired[Union[Literal["InvokeModel", "Converse"], IResolvable]]
    """The form of the records; without it InvokeModel."""

    Tags: NotRequired[Union[Sequence[Union[TagProperty, IResolvable]], IResolvable]]
    """The job's tags; they change in place."""

    Revision: NotRequired[Union[str, float, bool, IResolvable]]
    """Another text means: run the job again, though nothing else has changed."""

    WaitFor: NotRequired[Union[Literal["Submitted", "Validated"], IResolvable]]
    """How far the job must be before the deployment goes on; without it Submitted."""
