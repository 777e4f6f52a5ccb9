"""The service role that Bedrock assumes to run a job."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Mapping, Optional, Sequence

from aws_cdk import Stack
from aws_cdk.aws_iam import PolicyDocument, PolicyStatement, Role, ServicePrincipal
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_s3 import IBucket
from constructs import Construct


def batch_inference_role(
    scope: Construct,
    id: str,
    *,
    model_arns: Sequence[str],
    records: IBucket,
    records_key: str,
    results: IBucket,
    results_prefix: str,
    results_key: Optional[IKey] = None,
) -> Role:
    """
    A service role that may do only this. Its logical ID changes with its permissions. So a deployment that changes them makes another role,
    and a job that still runs keeps its own.

    :param model_arns: The ARNs of the model. An inference profile has several: its own, and the model's in every Region that it routes to.
    :param records: The bucket of the records.
    :param records_key: The key of the records, or their folder with a slash at its end.
    :param results: The bucket of the results.
    :param results_prefix: The folder of the results, with a slash at its end.
    :param results_key: The KMS key that encrypts the results. Default: the key of their bucket, if it has one.
    """
    stack = Stack.of(scope)
    in_this_account = {"StringEquals": {"aws:ResourceAccount": stack.account}}
    via_s3 = {"StringEquals": {"kms:ViaService": f"s3.{stack.region}.{stack.url_suffix}"}}
    records_keys = f"{records_key}*" if records_key.endswith("/") else records_key
    results_key = results_key or results.encryption_key
    buckets = list(dict.fromkeys([records.bucket_arn, results.bucket_arn]))
    statements = [
        _allow(["bedrock:InvokeModel"], model_arns),
        _allow(["s3:GetObject"], [records.arn_for_objects(records_keys)], in_this_account),
        _allow(["s3:GetObject", "s3:PutObject"], [results.arn_for_objects(f"{results_prefix}*")], in_this_account),
        _allow(["s3:ListBucket"], buckets, in_this_account),
    ]
    if records.encryption_key:
        statements.append(_allow(["kms:Decrypt"], [records.encryption_key.key_arn], via_s3))
    if results_key:
        statements.append(_allow(["kms:Decrypt", "kms:GenerateDataKey"], [results_key.key_arn], via_s3))

    policy = PolicyDocument(statements=statements)
    mark = hashlib.sha256(json.dumps(stack.resolve(policy), sort_keys=True).encode()).hexdigest()[:8]
    jobs = f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:model-invocation-job/*"
    return Role(
        scope,
        f"{id}{mark}",
        path="/batch-inference/",
        description="Lets Amazon Bedrock run a batch inference job",
        assumed_by=ServicePrincipal(
            "bedrock.amazonaws.com",
            conditions={"StringEquals": {"aws:SourceAccount": stack.account}, "ArnEquals": {"aws:SourceArn": jobs}},
        ),
        inline_policies={"BatchInference": policy},
    )


def _allow(
    actions: Sequence[str], resources: Sequence[str], conditions: Optional[Mapping[str, Any]] = None
) -> PolicyStatement:
    return PolicyStatement(actions=actions, resources=resources, conditions=conditions)
