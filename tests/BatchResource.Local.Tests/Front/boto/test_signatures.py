"""Who may call, and what callers of what is not there are told."""

import unittest
import urllib.parse
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ACCEPTED = "AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test"


class SignatureTest(unittest.TestCase):
    def refused(self, code, call, **arguments):
        with self.assertRaises(ClientError) as raised:
            call(**arguments)
        self.assertEqual(code, raised.exception.response["Error"]["Code"])
        return raised.exception.response["Error"].get("Message", "")

    def test_the_caller(self):
        identity = boto3.client("sts").get_caller_identity()
        self.assertEqual(("123456789012", "arn:aws:iam::123456789012:user/test"), (identity["Account"], identity["Arn"]))

    def test_a_refusal_names_the_accepted_keys_in_each_protocol(self):
        wrong = {"aws_access_key_id": "test", "aws_secret_access_key": "guessed"}
        self.assertIn(ACCEPTED, self.refused("SignatureDoesNotMatch", boto3.client("sts", **wrong).get_caller_identity))
        self.assertIn(ACCEPTED, self.refused("SignatureDoesNotMatch", boto3.client("s3", **wrong).list_buckets))
        self.assertIn(ACCEPTED, self.refused("InvalidSignatureException", boto3.client("ssm", **wrong).describe_parameters))
        self.assertIn(ACCEPTED, self.refused("InvalidSignatureException", boto3.client("lambda", **wrong).list_functions))
        unknown = {"aws_access_key_id": "AKIDUNKNOWN", "aws_secret_access_key": "x"}
        self.assertIn(ACCEPTED, self.refused("InvalidClientTokenId", boto3.client("cloudformation", **unknown).list_stacks))
        self.assertIn(ACCEPTED, self.refused("InvalidAccessKeyId", boto3.client("s3", **unknown).list_buckets))

    def test_another_region_is_refused(self):
        self.refused("SignatureDoesNotMatch", boto3.client("cloudformation", region_name="eu-west-1").list_stacks)

    def test_what_is_not_there_is_named(self):
        cloudformation = boto3.client("cloudformation")
        self.assertIn("ListTypes", self.refused("InvalidAction", cloudformation.list_types))
        self.assertIn("GetInventory", self.refused("UnknownOperationException", boto3.client("ssm").get_inventory))
        self.assertIn("dynamodb", self.refused("UnknownOperationException", boto3.client("dynamodb").list_tables))

    def test_roles_of_stacks_can_be_assumed_and_their_policies_count(self):
        cloudformation, sts, s3 = boto3.client("cloudformation"), boto3.client("sts"), boto3.client("s3")
        self.refused("AccessDenied", sts.assume_role, RoleArn="arn:aws:iam::123456789012:role/none", RoleSessionName="session")
        template = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: reader
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: "*"}}]}
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::readable/*"}]}
"""
        cloudformation.create_stack(StackName="roles", TemplateBody=template, Capabilities=["CAPABILITY_NAMED_IAM"])
        cloudformation.get_waiter("stack_create_complete").wait(StackName="roles", WaiterConfig={"Delay": 1})
        s3.create_bucket(Bucket="readable")
        s3.put_object(Bucket="readable", Key="k", Body=b"1")
        issued = sts.assume_role(RoleArn="arn:aws:iam::123456789012:role/reader", RoleSessionName="session")["Credentials"]
        session = boto3.Session(issued["AccessKeyId"], issued["SecretAccessKey"], issued["SessionToken"])
        self.assertEqual("arn:aws:sts::123456789012:assumed-role/reader/session", session.client("sts").get_caller_identity()["Arn"])
        self.assertEqual(b"1", session.client("s3").get_object(Bucket="readable", Key="k")["Body"].read())
        message = self.refused("AccessDenied", session.client("s3").put_object, Bucket="readable", Key="k", Body=b"2")
        self.assertIn("is not authorized to perform: s3:PutObject", message)
        stolen = boto3.Session(issued["AccessKeyId"], issued["SecretAccessKey"], "another token")
        self.refused("InvalidClientTokenId", stolen.client("sts").get_caller_identity)

    def test_a_role_is_assumed_by_those_alone_whom_its_trust_policy_names(self):
        cloudformation, sts = boto3.client("cloudformation"), boto3.client("sts")
        template = """
Resources:
  Account: {Type: AWS::IAM::Role, Properties: {RoleName: account, AssumeRolePolicyDocument: {Statement: [
    {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: !Ref AWS::AccountId}}]}}}
  Service: {Type: AWS::IAM::Role, Properties: {RoleName: service, AssumeRolePolicyDocument: {Statement: [
    {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: bedrock.amazonaws.com}}]}}}
  External: {Type: AWS::IAM::Role, Properties: {RoleName: external, AssumeRolePolicyDocument: {Statement: [
    {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: "*"}, Condition: {StringEquals: {"sts:ExternalId": "42"}}}]}}}
  Named: {Type: AWS::IAM::Role, Properties: {RoleName: named, AssumeRolePolicyDocument: {Statement: [
    {Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: !GetAtt Account.Arn}}]}}}
"""
        cloudformation.create_stack(StackName="trust", TemplateBody=template, Capabilities=["CAPABILITY_NAMED_IAM"])
        cloudformation.get_waiter("stack_create_complete").wait(StackName="trust", WaiterConfig={"Delay": 1})

        def assume(client, role, **arguments):
            return client.assume_role(RoleArn=f"arn:aws:iam::123456789012:role/{role}", RoleSessionName="session", **arguments)["Credentials"]

        issued = assume(sts, "account")
        session = boto3.Session(issued["AccessKeyId"], issued["SecretAccessKey"], issued["SessionToken"]).client("sts")
        message = self.refused("AccessDenied", assume, client=sts, role="service")
        self.assertIn("is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/service", message)
        self.refused("AccessDenied", assume, client=sts, role="external")
        assume(sts, "external", ExternalId="42")
        self.refused("AccessDenied", assume, client=sts, role="named")
        assume(session, "named")
        # The account is trusted with it, but no policy of the role allows it to assume another one.
        self.refused("AccessDenied", assume, client=session, role="account")

    def test_cloudformation_asks_the_policies_of_the_callers_role(self):
        cloudformation, sts = boto3.client("cloudformation"), boto3.client("sts")
        template = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: asking
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: "sts:AssumeRole", Principal: {AWS: "*"}}]}
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [
            {Effect: Allow, Action: "cloudformation:DescribeStackResource", Resource: !Ref AWS::StackId},
            {Effect: Allow, Action: ["cloudformation:CreateChangeSet", "cloudformation:DescribeChangeSet"], Resource: !Sub "arn:aws:cloudformation:us-east-1:${AWS::AccountId}:stack/mine/*"}]}
"""
        for name in ["asked", "other"]:
            cloudformation.create_stack(StackName=name, TemplateBody=template.replace("asking", f"asking-{name}"), Capabilities=["CAPABILITY_NAMED_IAM"])
            cloudformation.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
        issued = sts.assume_role(RoleArn="arn:aws:iam::123456789012:role/asking-asked", RoleSessionName="session")["Credentials"]
        session = boto3.Session(issued["AccessKeyId"], issued["SecretAccessKey"], issued["SessionToken"]).client("cloudformation")
        asked = cloudformation.describe_stacks(StackName="asked")["Stacks"][0]["StackId"]
        user = "User: arn:aws:sts::123456789012:assumed-role/asking-asked/session is not authorized to perform: cloudformation:"

        for name in ["asked", asked]:
            self.assertEqual("Role", session.describe_stack_resource(StackName=name, LogicalResourceId="Role")["StackResourceDetail"]["LogicalResourceId"])
            message = self.refused("AccessDenied", session.describe_stack_events, StackName=name)
            self.assertEqual(f"{user}DescribeStackEvents on resource: {asked} because no identity-based policy allows the "
                             "cloudformation:DescribeStackEvents action", message)
        self.refused("AccessDenied", session.describe_stack_resource, StackName="other", LogicalResourceId="Role")
        self.assertIn("on resource: * because", self.refused("AccessDenied", session.describe_stacks))
        self.assertIn(":stack/none/* because", self.refused("AccessDenied", session.describe_stacks, StackName="none"))
        self.refused("AccessDenied", session.delete_stack, StackName="asked")
        arguments = dict(ChangeSetName="c", ChangeSetType="CREATE", TemplateBody='{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}')
        created = session.create_change_set(StackName="mine", **arguments)["Id"]
        self.assertEqual("CREATE_COMPLETE", session.describe_change_set(ChangeSetName=created)["Status"])
        self.refused("AccessDenied", session.execute_change_set, ChangeSetName=created)
        self.refused("AccessDenied", session.create_change_set, StackName="theirs", **arguments)
        self.assertEqual("CREATE_COMPLETE", cloudformation.describe_stacks(StackName="asked")["Stacks"][0]["StackStatus"])

    def test_virtual_hosts_find_the_bucket(self):
        s3 = boto3.client("s3")
        s3.create_bucket(Bucket="virtual")
        s3.put_object(Bucket="virtual", Key="k", Body=b"1")
        local = s3.meta.endpoint_url.replace("127.0.0.1", "localhost")
        virtual = boto3.client("s3", endpoint_url=local, config=Config(s3={"addressing_style": "virtual"}, signature_version="s3v4"))
        url = urllib.parse.urlsplit(virtual.generate_presigned_url("get_object", Params={"Bucket": "virtual", "Key": "k"}))
        self.assertEqual("virtual.localhost", url.hostname)
        # Not every machine resolves names under localhost, so the name goes into the header only.
        request = urllib.request.Request(f"{s3.meta.endpoint_url}{url.path}?{url.query}", headers={"Host": url.netloc})
        with urllib.request.urlopen(request) as answer:
            self.assertEqual(b"1", answer.read())
