from __future__ import annotations

from typing import Any, Optional

from aws_cdk import CfnOutput, RemovalPolicy, Stack
from aws_cdk.aws_events import EventPattern, Rule
from aws_cdk.aws_events_targets import SnsTopic
from aws_cdk.aws_s3 import BlockPublicAccess, Bucket
from aws_cdk.aws_sns import Topic
from constructs import Construct

from batch_inference import BatchInferenceJob, batch_inference_role


class SummariesStack(Stack):
    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        records_bucket: str,
        model_id: str,
        model_arn: str,
        revision: str,
        service_token: Optional[str] = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(scope, id, **kwargs)
        records = Bucket.from_bucket_name(self, "Records", records_bucket)
        results = Bucket(
            self,
            "Results",
            block_public_access=BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            removal_policy=RemovalPolicy.RETAIN,
        )

        job = BatchInferenceJob(
            self,
            "Summaries",
            role=batch_inference_role(
                self,
                "ServiceRole",
                model_arns=[model_arn],
                records=records,
                records_key="records/",
                results=results,
                results_prefix="summaries/",
            ),
            properties={
                "ModelId": model_id,
                "InputDataConfig": {"S3InputDataConfig": {"S3Uri": records.s3_url_for_object("records/")}},
                "OutputDataConfig": {"S3OutputDataConfig": {"S3Uri": results.s3_url_for_object("summaries/")}},
                "TimeoutDurationInHours": 48,
                "Revision": revision,
                "Tags": [{"Key": "team", "Value": "support"}],
            },
            service_token=service_token,
        )

        failed = Rule(
            self,
            "Failed",
            event_pattern=EventPattern(
                source=["aws.bedrock"],
                detail_type=["Batch Inference Job State Change"],
                detail={"batchJobArn": [job.job_arn], "status": ["Failed", "Expired"]},
            ),
        )
        failed.add_target(SnsTopic(Topic(self, "Operators", enforce_ssl=True)))

        CfnOutput(self, "JobArn", value=job.job_arn)
        CfnOutput(self, "ResultsUri", value=job.output_s3_uri)
