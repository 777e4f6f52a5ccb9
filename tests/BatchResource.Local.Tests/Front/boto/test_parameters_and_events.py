"""Systems Manager's parameters, and EventBridge."""

import json
import unittest

import boto3
from botocore.exceptions import ClientError


class ParameterTest(unittest.TestCase):
    def refused(self, code, call, **arguments):
        with self.assertRaises(ClientError) as raised:
            call(**arguments)
        self.assertEqual(code, raised.exception.response["Error"]["Code"])

    def test_parameters_are_put_read_listed_and_deleted(self):
        ssm = boto3.client("ssm")
        self.assertEqual(1, ssm.put_parameter(Name="/app/a", Value="1", Type="String")["Version"])
        self.refused("ParameterAlreadyExists", ssm.put_parameter, Name="/app/a", Value="2", Type="String")
        self.assertEqual(2, ssm.put_parameter(Name="/app/a", Value="2", Overwrite=True)["Version"])
        self.refused("ValidationException", ssm.put_parameter, Name="/app/b", Value="2")
        ssm.put_parameter(Name="/app/deep/b", Value="3", Type="StringList")
        parameter = ssm.get_parameter(Name="/app/a")["Parameter"]
        self.assertEqual(("2", "String", "arn:aws:ssm:us-east-1:123456789012:parameter/app/a"), (parameter["Value"], parameter["Type"], parameter["ARN"]))
        self.assertEqual("2", ssm.get_parameter(Name=parameter["ARN"])["Parameter"]["Value"])
        many = ssm.get_parameters(Names=["/app/a", "/none"])
        self.assertEqual((1, ["/none"]), (len(many["Parameters"]), many["InvalidParameters"]))
        self.assertEqual(["/app/a"], [found["Name"] for found in ssm.get_parameters_by_path(Path="/app")["Parameters"]])
        self.assertEqual(2, len(ssm.get_parameters_by_path(Path="/app/", Recursive=True)["Parameters"]))
        ssm.delete_parameter(Name="/app/a")
        self.refused("ParameterNotFound", ssm.delete_parameter, Name="/app/a")
        self.assertEqual(["/app/deep/b"], ssm.delete_parameters(Names=["/app/deep/b", "/none"])["DeletedParameters"])

    def test_no_bootstrap_version_before_the_bootstrap(self):
        self.refused("ParameterNotFound", boto3.client("ssm").get_parameter, Name="/cdk-bootstrap/hnb659fds/version")

    def test_events_fail_one_by_one(self):
        entries = [
            {"Source": "app", "DetailType": "done", "Detail": json.dumps({"a": 1})},
            {"Source": "aws.bedrock", "DetailType": "done", "Detail": "{}"},
            {"Source": "app", "DetailType": "done", "Detail": "no json"},
            {"Source": "app", "DetailType": "done", "Detail": "{}", "EventBusName": "other"},
        ]
        answer = boto3.client("events").put_events(Entries=entries)
        codes = [entry.get("ErrorCode") for entry in answer["Entries"]]
        self.assertEqual([None, "NotAuthorizedForSourceException", "MalformedDetail", "ResourceNotFoundException"], codes)
        self.assertEqual(3, answer["FailedEntryCount"])
