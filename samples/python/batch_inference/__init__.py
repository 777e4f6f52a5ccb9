"""Amazon Bedrock batch inference jobs for AWS CDK apps in Python."""

from .job import BatchInferenceJob
from .properties import BatchInferenceJobProperties
from .provider import BatchInferenceProvider
from .role import batch_inference_role

__all__ = ["BatchInferenceJob", "BatchInferenceJobProperties", "BatchInferenceProvider", "batch_inference_role"]
