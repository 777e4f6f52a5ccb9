"""The job as a construct."""

from __future__ import annotations

from typing import Optional

import jsii
from aws_cdk import Aspects, CfnResource, CustomResource, Duration, Fn, IAspect, RemovalPolicy
from aws_cdk.aws_iam import IRole
from constructs import Construct, IConstruct

from .properties import BatchInferenceJobProperties


class BatchInferenceJob(Construct):
    """An Amazon Bedrock batch inference job: started once for each definition, replaced when the definition changes."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        role: IRole,
        properties: BatchInferenceJobProperties,
        service_token: Optional[str] = None,
        removal_policy: RemovalPolicy = RemovalPolicy.DESTROY,
    ) -> None:
        """
        :param role: The service role that Bedrock assumes, below the path /batch-inference/. See batch_inference_role.
        :param properties: The job's properties, with the names of CloudFormation and of the Bedrock API.
        :param service_token: The ARN of the provider's function. Default: the provider that is deployed from provider.yaml in this
            account and Region.
        :param removal_policy: RETAIN lets the job run to its end when it leaves the stack or changes. DESTROY stops it.
        """
        super().__init__(scope, id)
        self._resource = CustomResource(
            self,
            "Resource",
            resource_type="Custom::BedrockBatchInferenceJob",
            service_token=service_token or Fn.import_value("BatchInferenceServiceToken"),
            # A little longer than the function can run. If the provider is silent, a deployment waits for minutes, not for an hour.
            service_timeout=Duration.seconds(960),
            removal_policy=removal_policy,
            properties={**properties, "RoleArn": role.role_arn},
        )
        # The job needs the role's policies from its start to its end.
        self._resource.node.add_dependency(role)
        if removal_policy != RemovalPolicy.DESTROY:
            Aspects.of(role).add(_Keep(removal_policy))

    @property
    def job_arn(self) -> str:
        """The job's ARN."""
        return self._resource.get_att_string("JobArn")

    @property
    def job_id(self) -> str:
        """The twelve characters at the end of the ARN."""
        return self._resource.get_att_string("JobId")

    @property
    def job_name(self) -> str:
        """The job's name, given or generated."""
        return self._resource.get_att_string("JobName")

    @property
    def model_id(self) -> str:
        """The model as Bedrock reports it, usually an ARN."""
        return self._resource.get_att_string("ModelId")

    @property
    def status(self) -> str:
        """The job's status at the time of the answer to CloudFormation. It does not change afterwards."""
        return self._resource.get_att_string("Status")

    @property
    def submit_time(self) -> str:
        """When the job was submitted: ISO 8601, UTC."""
        return self._resource.get_att_string("SubmitTime")

    @property
    def output_s3_uri(self) -> str:
        """Where the results are: s3://bucket/prefix/jobId/."""
        return self._resource.get_att_string("OutputS3Uri")


@jsii.implements(IAspect)
class _Keep:
    """Keeps the role and its policies as long as the job."""

    def __init__(self, removal_policy: RemovalPolicy) -> None:
        self._removal_policy = removal_policy

    def visit(self, node: IConstruct) -> None:
        if isinstance(node, CfnResource):
            node.apply_removal_policy(self._removal_policy)
