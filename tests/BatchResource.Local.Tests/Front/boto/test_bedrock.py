"""A batch inference job as boto3 sees it, from the records to the results."""

import json
import time
import unittest

import boto3
from botocore.exceptions import ClientError

TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "bedrock.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}
ACCESS = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:ListBucket", "bedrock:InvokeModel"], "Resource": "*"}],
}
TEMPLATE = {
    "Resources": {
        "Records": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "boto-records"}},
        "Role": {
            "Type": "AWS::IAM::Role",
            "Properties": {"AssumeRolePolicyDocument": TRUST, "Policies": [{"PolicyName": "records", "PolicyDocument": ACCESS}]},
        },
    },
    "Outputs": {"Role": {"Value": {"Fn::GetAtt": ["Role", "Arn"]}}},
}
COUNTS = ("totalRecordCount", "processedRecordCount", "successRecordCount", "errorRecordCount")


class BedrockTest(unittest.TestCase):
    def test_the_results_of_a_job_are_read_from_its_bucket(self):
        formation, s3, bedrock = boto3.client("cloudformation"), boto3.client("s3"), boto3.client("bedrock")
        formation.create_stack(StackName="boto-bedrock", TemplateBody=json.dumps(TEMPLATE), Capabilities=["CAPABILITY_IAM"])
        formation.get_waiter("stack_create_complete").wait(StackName="boto-bedrock", WaiterConfig={"Delay": 1, "MaxAttempts": 30})
        role = formation.describe_stacks(StackName="boto-bedrock")["Stacks"][0]["Outputs"][0]["OutputValue"]
        records = [{"recordId": f"r{number:03}", "modelInput": self.question(number)} for number in range(101)]
        del records[100]["modelInput"]["anthropic_version"]
        s3.put_object(Bucket="boto-records", Key="in.jsonl", Body="\n".join(json.dumps(record) for record in records).encode())

        arn = bedrock.create_model_invocation_job(
            jobName="boto", roleArn=role, modelId="us.anthropic.claude-3-haiku-20240307-v1:0",
            inputDataConfig={"s3InputDataConfig": {"s3Uri": "s3://boto-records/in.jsonl"}},
            outputDataConfig={"s3OutputDataConfig": {"s3Uri": "s3://boto-records/out/"}})["jobArn"]
        job = bedrock.get_model_invocation_job(jobIdentifier=arn)
        if job["status"] in ("Submitted", "Validating"):
            self.assertEqual((0, 0, 0, 0), tuple(job[count] for count in COUNTS))
        while job["status"] not in ("Completed", "Failed", "PartiallyCompleted", "Stopped", "Expired"):
            time.sleep(0.2)
            job = bedrock.get_model_invocation_job(jobIdentifier=arn)
        self.assertEqual("Completed", job["status"], job.get("message"))
        self.assertEqual((101, 101, 100, 1), tuple(job[count] for count in COUNTS))

        folder = f"out/{arn.rsplit('/', 1)[1]}/"
        manifest = json.loads(s3.get_object(Bucket="boto-records", Key=folder + "manifest.json.out")["Body"].read())
        self.assertEqual((101, 101, 100, 1), tuple(manifest[count] for count in COUNTS))
        self.assertGreater(manifest["outputTokenCount"], 0)
        lines = s3.get_object(Bucket="boto-records", Key=folder + "in.jsonl.out")["Body"].read().decode().splitlines()
        results = [json.loads(line) for line in lines]
        self.assertNotEqual([record["recordId"] for record in records], [result["recordId"] for result in results])
        by_id = {result["recordId"]: result for result in results}
        self.assertEqual("Echo: Question 7", by_id["r007"]["modelOutput"]["content"][0]["text"])
        self.assertEqual({"errorCode": 400, "errorMessage": "anthropic_version: Field required"}, by_id["r100"]["error"])

    @staticmethod
    def question(number):
        return {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 9,
                "messages": [{"role": "user", "content": [{"type": "text", "text": f"Question {number}"}]}]}

    def test_a_missing_job_is_not_found(self):
        with self.assertRaises(ClientError) as raised:
            boto3.client("bedrock").get_model_invocation_job(jobIdentifier="abcdefghijkl")
        self.assertEqual("ResourceNotFoundException", raised.exception.response["Error"]["Code"])
