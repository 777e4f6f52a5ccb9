"""The function behind the jobs, from the plain template."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from aws_cdk import CrossStackReferences, ReferenceStrength
from aws_cdk.aws_s3_assets import Asset
from aws_cdk.cloudformation_include import CfnInclude
from constructs import Construct


class BatchInferenceProvider(Construct):
    """The function behind the jobs. Declare it once, and share it between the stacks of the app."""

    def __init__(
        self, scope: Construct, id: str, *, folder: str, model_arns: Sequence[str], architecture: str = "x86_64"
    ) -> None:
        """
        :param folder: The folder that `make template` wrote: provider.yaml and the function's code.
        :param model_arns: The ARNs of all models and inference profiles that jobs may use.
        :param architecture: The processor that the function runs on: x86_64 or arm64.
        """
        super().__init__(scope, id)
        zips = list(Path(folder).glob(f"batch-inference-provider-*-{architecture}.zip"))
        if len(zips) != 1:
            raise ValueError(
                f"{folder} must have one batch-inference-provider-*-{architecture}.zip, got {len(zips)}: write it with make template"
            )
        code = Asset(self, "Code", path=str(zips[0]))
        template = CfnInclude(
            self,
            "Template",
            template_file=str(Path(folder, "provider.yaml")),
            preserve_logical_ids=False,
            parameters={"Architecture": architecture, "CodeBucket": code.s3_bucket_name, "ModelArns": list(model_arns)},
        )
        provider = template.get_resource("Function")
        provider.add_property_override("Code.S3Key", code.s3_object_key)
        # The CDK makes the references that it needs: an account can have several of these providers, but only one export of a name.
        template.get_output("ServiceToken").export_name = None
        # Strong, whatever the app's default is. Without its provider, no job could be stopped or deleted any more.
        CrossStackReferences.of(provider).produce(ReferenceStrength.STRONG)
        self._service_token = provider.get_att("Arn").to_string()

    @property
    def service_token(self) -> str:
        """The ARN of the function, for the jobs."""
        return self._service_token
