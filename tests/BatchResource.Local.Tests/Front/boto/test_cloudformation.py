"""CloudFormation as boto3 uses it, waiters and paginators included."""

import json
import unittest

import boto3
from botocore.exceptions import ClientError, WaiterError

FAST = {"Delay": 1, "MaxAttempts": 30}


def template(value="1", **resources):
    parameter = {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": value}}
    return json.dumps({
        "Description": "A parameter",
        "Parameters": {"Suffix": {"Type": "String", "Default": "x", "Description": "Ends the name"}, "Secret": {"Type": "String", "NoEcho": True, "Default": "s"}},
        "Resources": {"Parameter": parameter, **resources},
        "Outputs": {"Name": {"Value": {"Ref": "Parameter"}, "Description": "Its name"}},
    })


class CloudFormationTest(unittest.TestCase):
    def setUp(self):
        self.client = boto3.client("cloudformation")
        self.name = self.id().rsplit(".", 1)[1].replace("_", "-")

    def tearDown(self):
        self.client.delete_stack(StackName=self.name)
        self.client.get_waiter("stack_delete_complete").wait(StackName=self.name, WaiterConfig=FAST)

    def refused(self, code, message, call, **arguments):
        with self.assertRaises(ClientError) as raised:
            call(**arguments)
        error = raised.exception.response["Error"]
        self.assertEqual((code, message), (error["Code"], error["Message"]))

    def create(self, body=None, **arguments):
        stack_id = self.client.create_stack(StackName=self.name, TemplateBody=body or template(), **arguments)["StackId"]
        self.client.get_waiter("stack_create_complete").wait(StackName=self.name, WaiterConfig=FAST)
        return stack_id

    def test_a_life(self):
        stack_id = self.create(Tags=[{"Key": "team", "Value": "a"}], Parameters=[{"ParameterKey": "Suffix", "ParameterValue": "y"}])
        stack = self.client.describe_stacks(StackName=stack_id)["Stacks"][0]
        self.assertEqual(("CREATE_COMPLETE", "A parameter", [{"Key": "team", "Value": "a"}]), (stack["StackStatus"], stack["Description"], stack["Tags"]))
        self.assertEqual({"Suffix": "y", "Secret": "****"}, {p["ParameterKey"]: p["ParameterValue"] for p in stack["Parameters"]})
        self.assertEqual("Its name", stack["Outputs"][0]["Description"])
        self.refused("ValidationError", "No updates are to be performed.", self.client.update_stack, StackName=self.name,
                     UsePreviousTemplate=True, Parameters=[{"ParameterKey": "Suffix", "UsePreviousValue": True}])
        self.client.update_stack(StackName=self.name, TemplateBody=template("2"), Parameters=[{"ParameterKey": "Suffix", "UsePreviousValue": True}])
        self.client.get_waiter("stack_update_complete").wait(StackName=self.name, WaiterConfig=FAST)
        self.assertEqual("2", self.client.get_template(StackName=self.name)["TemplateBody"]["Resources"]["Parameter"]["Properties"]["Value"])
        detail = self.client.describe_stack_resource(StackName=self.name, LogicalResourceId="Parameter")["StackResourceDetail"]
        self.assertEqual("UPDATE_COMPLETE", detail["ResourceStatus"])
        self.client.delete_stack(StackName=self.name)
        self.client.get_waiter("stack_delete_complete").wait(StackName=stack_id, WaiterConfig=FAST)
        self.assertEqual("DELETE_COMPLETE", self.client.describe_stacks(StackName=stack_id)["Stacks"][0]["StackStatus"])
        self.refused("ValidationError", f"Stack with id {self.name} does not exist", self.client.describe_stacks, StackName=self.name)

    def test_a_creation_that_fails_ends_its_waiter(self):
        broken = {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "dotnet10", "Handler": "h", "Role": "r", "Code": {"S3Bucket": "none", "S3Key": "k"}}}
        self.client.create_stack(StackName=self.name, TemplateBody=template(Broken=broken))
        with self.assertRaises(WaiterError) as raised:
            self.client.get_waiter("stack_create_complete").wait(StackName=self.name, WaiterConfig=FAST)
        self.assertIn("ROLLBACK_", raised.exception.last_response["Stacks"][0]["StackStatus"])

    def test_events_come_in_pages_and_the_latest_first(self):
        self.create(template(**{f"Topic{i}": {"Type": "AWS::SNS::Topic"} for i in range(60)}))
        pages = list(self.client.get_paginator("describe_stack_events").paginate(StackName=self.name))
        events = [event for page in pages for event in page["StackEvents"]]
        self.assertGreater(len(pages), 1)
        self.assertEqual(len(events), len({event["EventId"] for event in events}))
        self.assertEqual(("CREATE_COMPLETE", self.name), (events[0]["ResourceStatus"], events[0]["LogicalResourceId"]))
        self.assertEqual(("CREATE_IN_PROGRESS", "User Initiated"), (events[-1]["ResourceStatus"], events[-1]["ResourceStatusReason"]))
        self.assertEqual(sorted((event["Timestamp"] for event in events), reverse=True), [event["Timestamp"] for event in events])
        names = [found["LogicalResourceId"] for page in self.client.get_paginator("list_stack_resources").paginate(StackName=self.name) for found in page["StackResourceSummaries"]]
        self.assertEqual(61, len(names))

    def test_what_is_refused_is_refused_in_awss_words(self):
        self.create()
        self.refused("AlreadyExistsException", f"Stack [{self.name}] already exists", self.client.create_stack, StackName=self.name, TemplateBody=template())
        self.refused("ValidationError", "Stack [none] does not exist", self.client.update_stack, StackName="none", TemplateBody=template())
        self.refused("ValidationError", "Stack [none] does not exist", self.client.describe_stack_events, StackName="none")
        self.refused("ValidationError", "Parameters: [Other] do not exist in the template", self.client.update_stack, StackName=self.name,
                     TemplateBody=template(), Parameters=[{"ParameterKey": "Other", "ParameterValue": "1"}])
        self.refused("ValidationError", "Either Template URL or Template Body must be specified.", self.client.create_stack, StackName="empty")
        role = {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {}}}
        self.refused("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]", self.client.create_stack,
                     StackName="roles", TemplateBody=template(Role=role))
        self.client.delete_stack(StackName="none")

    def test_templates_are_described_before_they_are_deployed(self):
        role = {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "r", "AssumeRolePolicyDocument": {}}}
        validated = self.client.validate_template(TemplateBody=template(Role=role))
        self.assertEqual((["CAPABILITY_NAMED_IAM"], "Ends the name"), (validated["Capabilities"], validated["Parameters"][0]["Description"]))
        summary = self.client.get_template_summary(TemplateBody=template(Role=role))
        self.assertEqual({"AWS::SSM::Parameter", "AWS::IAM::Role"}, set(summary["ResourceTypes"]))
        self.assertEqual([("Suffix", "String"), ("Secret", "String")], [(p["ParameterKey"], p["ParameterType"]) for p in summary["Parameters"]])

    def test_a_template_is_found_in_its_bucket_by_every_url(self):
        s3 = boto3.client("s3")
        s3.create_bucket(Bucket="templates.of-stacks")
        s3.put_object(Bucket="templates.of-stacks", Key="a/b c.json", Body=template())
        for url in [
            "https://templates.of-stacks.s3.us-east-1.amazonaws.com/a/b%20c.json",
            "https://templates.of-stacks.s3.amazonaws.com/a/b%20c.json",
            "https://s3.us-east-1.amazonaws.com/templates.of-stacks/a/b%20c.json",
            "https://s3.amazonaws.com/templates.of-stacks/a/b%20c.json",
            f"{s3.meta.endpoint_url}/templates.of-stacks/a/b%20c.json",
            "http://templates.of-stacks.localhost:4566/a/b%20c.json",
        ]:
            with self.subTest(url=url):
                self.assertEqual("A parameter", self.client.validate_template(TemplateURL=url)["Description"])
        self.refused("ValidationError", "S3 error: The specified key does not exist: s3://templates.of-stacks/none", self.client.validate_template,
                     TemplateURL="https://s3.amazonaws.com/templates.of-stacks/none")

    def test_exports(self):
        exporting = json.loads(template())
        exporting["Outputs"]["Name"]["Export"] = {"Name": self.name}
        self.create(json.dumps(exporting))
        self.assertIn(self.name, [found["Name"] for page in self.client.get_paginator("list_exports").paginate() for found in page["Exports"]])
        self.refused("ValidationError", f"Export '{self.name}' is not imported by any stack.", self.client.list_imports, ExportName=self.name)

    def test_a_change_set_is_described_and_executed(self):
        self.client.create_change_set(StackName=self.name, ChangeSetName="first", ChangeSetType="CREATE", TemplateBody=template())
        self.client.get_waiter("change_set_create_complete").wait(StackName=self.name, ChangeSetName="first", WaiterConfig=FAST)
        self.assertEqual("REVIEW_IN_PROGRESS", self.client.describe_stacks(StackName=self.name)["Stacks"][0]["StackStatus"])
        self.client.execute_change_set(StackName=self.name, ChangeSetName="first")
        self.client.get_waiter("stack_create_complete").wait(StackName=self.name, WaiterConfig=FAST)

        self.client.create_change_set(StackName=self.name, ChangeSetName="second", TemplateBody=template("2", Topic={"Type": "AWS::SNS::Topic"}))
        described = self.client.describe_change_set(StackName=self.name, ChangeSetName="second", IncludePropertyValues=True)
        changes = {change["ResourceChange"]["LogicalResourceId"]: change["ResourceChange"] for change in described["Changes"]}
        self.assertEqual(("Modify", "False", ["Properties"]), tuple(changes["Parameter"][key] for key in ["Action", "Replacement", "Scope"]))
        detail = changes["Parameter"]["Details"][0]
        self.assertEqual(("Value", "Never", "1", "2"), tuple(detail["Target"][key] for key in ["Name", "RequiresRecreation", "BeforeValue", "AfterValue"]))
        self.assertEqual(("Static", "DirectModification", "Add"), (detail["Evaluation"], detail["ChangeSource"], changes["Topic"]["Action"]))
        self.assertEqual(["first", "second"], [found["ChangeSetName"] for found in self.client.list_change_sets(StackName=self.name)["Summaries"]])
        self.client.delete_change_set(StackName=self.name, ChangeSetName="second")
        self.refused("ChangeSetNotFound", "ChangeSet [second] does not exist", self.client.describe_change_set, StackName=self.name, ChangeSetName="second")

    def test_a_change_set_looks_into_nested_stacks(self):
        s3 = boto3.client("s3")
        s3.create_bucket(Bucket="nested")
        s3.put_object(Bucket="nested", Key="n.json", Body=template())
        parent = json.dumps({"Resources": {"Nested": {"Type": "AWS::CloudFormation::Stack", "Properties": {
            "TemplateURL": "https://nested.s3.us-east-1.amazonaws.com/n.json", "Parameters": {"Suffix": "y"}}}}})
        root = self.client.create_change_set(StackName=self.name, ChangeSetName="c", ChangeSetType="CREATE", TemplateBody=parent, IncludeNestedStacks=True)["Id"]
        described = self.client.describe_change_set(ChangeSetName=root)
        self.assertEqual((True, False), (described["IncludeNestedStacks"], "ParentChangeSetId" in described))
        change = described["Changes"][0]["ResourceChange"]
        child = self.client.describe_change_set(ChangeSetName=change["ChangeSetId"])
        self.assertEqual((True, root, root), (child["IncludeNestedStacks"], child["ParentChangeSetId"], child["RootChangeSetId"]))
        self.assertEqual(("CREATE_COMPLETE", "UNAVAILABLE", "Executable from root change set"), (child["Status"], child["ExecutionStatus"], child["StatusReason"]))
        self.assertEqual("Add", child["Changes"][0]["ResourceChange"]["Action"])
        nested = self.client.describe_stacks(StackName=child["StackId"])["Stacks"][0]
        self.assertEqual(("REVIEW_IN_PROGRESS", described["StackId"], described["StackId"]), (nested["StackStatus"], nested["ParentId"], nested["RootId"]))
        self.refused("InvalidChangeSetStatus", f"ChangeSet [{child['ChangeSetId']}] cannot be executed in its current execution status of [UNAVAILABLE]",
                     self.client.execute_change_set, ChangeSetName=child["ChangeSetId"])
        summary = self.client.list_change_sets(StackName=child["StackName"])["Summaries"][0]
        self.assertEqual((root, root), (summary["ParentChangeSetId"], summary["RootChangeSetId"]))
        self.client.execute_change_set(ChangeSetName=root)
        self.client.get_waiter("stack_create_complete").wait(StackName=self.name, WaiterConfig=FAST)
        self.assertEqual("CREATE_COMPLETE", self.client.describe_stacks(StackName=child["StackId"])["Stacks"][0]["StackStatus"])

    def test_a_change_set_says_what_becomes_of_a_stack_that_fails(self):
        broken = {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "dotnet10", "Handler": "h", "Role": "r", "Code": {"S3Bucket": "none", "S3Key": "k"}}}
        created = self.client.create_change_set(StackName=self.name, ChangeSetName="c", ChangeSetType="CREATE", TemplateBody=template(Broken=broken), OnStackFailure="DELETE")
        self.client.execute_change_set(ChangeSetName=created["Id"])
        self.client.get_waiter("stack_delete_complete").wait(StackName=created["StackId"], WaiterConfig=FAST)

    def test_a_change_set_without_changes_fails_in_awss_words(self):
        self.create()
        self.client.create_change_set(StackName=self.name, ChangeSetName="same", TemplateBody=template())
        with self.assertRaises(WaiterError) as raised:
            self.client.get_waiter("change_set_create_complete").wait(StackName=self.name, ChangeSetName="same", WaiterConfig=FAST)
        self.assertEqual("The submitted information didn't contain changes. Submit different information to create a change set.",
                         raised.exception.last_response["StatusReason"])

    def test_a_failed_stack_is_kept_and_rolled_back_on_request(self):
        self.create()
        broken = {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "dotnet10", "Handler": "h", "Role": "r", "Code": {"S3Bucket": "none", "S3Key": "k"}}}
        self.client.update_stack(StackName=self.name, TemplateBody=template("2", Broken=broken), DisableRollback=True)
        with self.assertRaises(WaiterError) as raised:
            self.client.get_waiter("stack_update_complete").wait(StackName=self.name, WaiterConfig=FAST)
        self.assertEqual("UPDATE_FAILED", raised.exception.last_response["Stacks"][0]["StackStatus"])
        self.client.rollback_stack(StackName=self.name)
        self.client.get_waiter("stack_rollback_complete").wait(StackName=self.name, WaiterConfig=FAST)
        self.client.update_termination_protection(StackName=self.name, EnableTerminationProtection=True)
        self.refused("ValidationError", f"Stack [{self.name}] cannot be deleted while TerminationProtection is enabled", self.client.delete_stack, StackName=self.name)
        self.client.update_termination_protection(StackName=self.name, EnableTerminationProtection=False)
        self.refused("ValidationError", "CancelUpdateStack cannot be called from current stack status", self.client.cancel_update_stack, StackName=self.name)
