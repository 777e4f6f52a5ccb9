"""Lambda's functions are invoked and looked at, and CloudWatch Logs shows what they write."""

import base64
import json
import time
import unittest

import boto3
from botocore.exceptions import ClientError

NAME = "told"
GROUP = "/aws/lambda/told"


class FunctionTest(unittest.TestCase):
    def setUp(self):
        self.functions, self.logs = boto3.client("lambda"), boto3.client("logs")

    def refused(self, code, call, **arguments):
        with self.assertRaises(ClientError) as raised:
            call(**arguments)
        self.assertEqual(code, raised.exception.response["Error"]["Code"])
        return raised.exception.response["Error"]["Message"]

    def invoke(self, command, **arguments):
        return self.functions.invoke(FunctionName=NAME, Payload=json.dumps(command), **arguments)

    def lines(self, **arguments):
        pages = self.logs.get_paginator("filter_log_events").paginate(logGroupName=GROUP, **arguments)
        return [event for page in pages for event in page["events"]]

    def until(self, found):
        """Output takes a way of its own, so it can come after the answer."""
        for _ in range(1200):
            if value := found():
                return value
            time.sleep(0.05)
        self.fail("it never came")


class LambdaTest(FunctionTest):
    def test_a_function_answers_by_each_of_its_names(self):
        arn = self.functions.get_function(FunctionName=NAME)["Configuration"]["FunctionArn"]
        for name in [NAME, arn, f"{arn}:$LATEST", "123456789012:function:told"]:
            with self.subTest(name=name):
                answer = self.functions.invoke(FunctionName=name, Payload=b"{}")
                self.assertEqual((200, "$LATEST", "done"), (answer["StatusCode"], answer["ExecutedVersion"], json.load(answer["Payload"])))
                self.assertNotIn("FunctionError", answer)
                self.assertNotIn("LogResult", answer)
        self.assertEqual("done", json.load(self.functions.invoke(FunctionName=NAME)["Payload"]))

    def test_the_end_of_the_log_comes_with_the_answer(self):
        # It prints, hangs, and is killed at its timeout, so that everything it wrote is there.
        answer = self.invoke({"do": "hang"}, LogType="Tail")
        log = base64.b64decode(answer["LogResult"]).decode()
        request = answer["ResponseMetadata"]["RequestId"]
        self.assertTrue(log.startswith(f"START RequestId: {request} Version: $LATEST\n"), log)
        self.assertIn("\nhanging\n", log)
        self.assertIn(f"\nREPORT RequestId: {request}\tDuration: ", log)
        self.assertEqual(("Unhandled", "Sandbox.Timedout"), (answer["FunctionError"], json.load(answer["Payload"])["errorType"]))

    def test_the_log_has_four_kilobytes_at_most(self):
        self.invoke({"do": "print", "lines": 200, "length": 100})
        answer = self.invoke({"do": "print", "lines": 200, "length": 100}, LogType="Tail")
        self.assertLessEqual(len(base64.b64decode(answer["LogResult"])), 4096)

    def test_an_error_of_the_function_is_told_apart_from_an_answer(self):
        thrown = self.invoke({"do": "throw"})
        self.assertEqual((200, "Unhandled"), (thrown["StatusCode"], thrown["FunctionError"]))
        error = json.load(thrown["Payload"])
        self.assertEqual(("TestFunction.Told", "told to throw"), (error["errorType"], error["errorMessage"]))
        crashed = self.invoke({"do": "crash"})
        self.assertEqual(("Unhandled", "Runtime.ExitError"), (crashed["FunctionError"], json.load(crashed["Payload"])["errorType"]))

    def test_an_event_is_accepted_and_a_dry_run_runs_nothing(self):
        before = len(self.lines(filterPattern='"START RequestId"'))
        self.assertEqual(204, self.functions.invoke(FunctionName=NAME, InvocationType="DryRun")["StatusCode"])
        self.assertEqual(before, len(self.lines(filterPattern='"START RequestId"')))
        self.assertEqual(202, self.functions.invoke(FunctionName=NAME, InvocationType="Event", Payload=b"{}")["StatusCode"])
        self.until(lambda: len(self.lines(filterPattern='"START RequestId"')) == before + 1)

    def test_what_is_refused(self):
        self.assertIn("none", self.refused("ResourceNotFoundException", self.functions.invoke, FunctionName="none"))
        self.refused("ResourceNotFoundException", self.functions.get_function, FunctionName="none")
        self.refused("InvalidRequestContentException", self.functions.invoke, FunctionName=NAME, Payload=b"no json")

    def test_a_function_is_described(self):
        described = self.functions.get_function(FunctionName=NAME)
        configuration = described["Configuration"]
        self.assertEqual(
            ("told", "dotnet10", "TestFunction", 3, 512, {"KEY": "value"}),
            (configuration["FunctionName"], configuration["Runtime"], configuration["Handler"], configuration["Timeout"],
             configuration["MemorySize"], configuration["Environment"]["Variables"]))
        self.assertEqual(("arn:aws:iam::123456789012:role/told", GROUP), (configuration["Role"], configuration["LoggingConfig"]["LogGroup"]))
        self.assertIn("Location", described["Code"])
        self.assertEqual(configuration, {key: value for key, value in self.functions.get_function_configuration(FunctionName=NAME).items() if key != "ResponseMetadata"})
        self.functions.get_waiter("function_active_v2").wait(FunctionName=NAME)
        self.assertIn(NAME, [found["FunctionName"] for page in self.functions.get_paginator("list_functions").paginate() for found in page["Functions"]])


class LogsTest(FunctionTest):
    def setUp(self):
        super().setUp()
        # The process of its own ends with it, so that its stream is whole.
        self.invoke({"do": "crash"})
        self.invoke({"do": "print", "lines": 5, "length": 7})
        self.invoke({"do": "crash"})
        self.stream = self.until(lambda: self.lines(filterPattern="printed"))[-1]["logStreamName"]
        self.until(lambda: any("exit status 7" in event["message"] for event in self.read(startFromHead=True)["events"]))

    def read(self, **arguments):
        return self.logs.get_log_events(logGroupName=GROUP, logStreamName=self.stream, **arguments)

    def test_log_groups_are_listed_in_pages(self):
        body = json.dumps({"Resources": {f"Group{i}": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": f"/app/{i}"}} for i in range(5)}})
        stacks = boto3.client("cloudformation")
        stacks.create_stack(StackName="groups", TemplateBody=body)
        stacks.get_waiter("stack_create_complete").wait(StackName="groups", WaiterConfig={"Delay": 1})
        pages = list(self.logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix="/app/", PaginationConfig={"PageSize": 2}))
        self.assertEqual([2, 2, 1], [len(page["logGroups"]) for page in pages])
        self.assertEqual([f"/app/{i}" for i in range(5)], [group["logGroupName"] for page in pages for group in page["logGroups"]])
        group = self.logs.describe_log_groups(logGroupNamePrefix=GROUP)["logGroups"][0]
        self.assertEqual(f"arn:aws:logs:us-east-1:123456789012:log-group:{GROUP}:*", group["arn"])
        self.assertEqual([GROUP], [found["logGroupName"] for found in self.logs.describe_log_groups(logGroupNamePattern="TOLD")["logGroups"]])

    def test_each_process_has_a_stream_that_is_named_as_the_function_knows_it(self):
        described = json.load(self.invoke({"do": "describe"})["Payload"])
        name = described["variables"]["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.assertRegex(name, r"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$")
        latest = self.logs.describe_log_streams(logGroupName=GROUP, orderBy="LastEventTime", descending=True, limit=1)["logStreams"]
        self.assertEqual([name], [stream["logStreamName"] for stream in latest])
        names = [stream["logStreamName"] for page in self.logs.get_paginator("describe_log_streams").paginate(
            logGroupName=GROUP, PaginationConfig={"PageSize": 1}) for stream in page["logStreams"]]
        self.assertEqual(sorted(set(names)), names)
        self.assertIn(self.stream, names)
        own = [event["message"] for event in self.logs.get_log_events(logGroupName=GROUP, logStreamName=name)["events"]]
        self.assertIn(f"START RequestId: {described['requestId']} Version: $LATEST", own)

    def test_events_are_filtered_in_pages_without_a_gap(self):
        whole = self.lines(logStreamNames=[self.stream])
        paged = self.lines(logStreamNames=[self.stream], PaginationConfig={"PageSize": 2})
        self.assertGreater(len(whole), 8)
        self.assertEqual(whole, paged)
        self.assertEqual(len(whole), len({event["eventId"] for event in whole}))
        self.assertEqual(sorted(event["timestamp"] for event in whole), [event["timestamp"] for event in whole])
        self.refused("InvalidParameterException", self.logs.filter_log_events, logGroupName=GROUP, nextToken="guessed")

    def test_events_are_filtered_by_terms(self):
        def messages(pattern):
            return {event["message"].split(" ")[0] for event in self.lines(logStreamNames=[self.stream], filterPattern=pattern)}

        self.assertEqual({"printed"}, messages("printed"))
        self.assertEqual({"START"}, messages('"START RequestId: "'))
        self.assertEqual({"START"}, messages("RequestId LATEST"))
        self.assertEqual({"printed", "END"}, messages("?printed ?END"))
        self.assertNotIn("START", messages("-START"))
        self.assertIn("printed", messages("-START"))
        self.assertEqual(set(), messages("printed START"))
        self.refused("InvalidParameterException", self.logs.filter_log_events, logGroupName=GROUP, filterPattern='{ $.level = "x" }')

    def test_both_kinds_of_events_have_bounds_of_time(self):
        whole = self.lines(logStreamNames=[self.stream])
        first, last = whole[0]["timestamp"], whole[-1]["timestamp"]
        self.assertLess(first, last)
        self.assertEqual(whole, self.lines(logStreamNames=[self.stream], startTime=first, endTime=last))
        self.assertEqual([], self.lines(logStreamNames=[self.stream], startTime=last + 1))
        self.assertEqual([], self.lines(logStreamNames=[self.stream], endTime=first - 1))
        # The end belongs to what FilterLogEvents finds, and not to what GetLogEvents reads.
        self.assertEqual(len(whole), len(self.read(startFromHead=True, startTime=first, endTime=last + 1)["events"]))
        self.assertNotIn(last, [event["timestamp"] for event in self.read(startFromHead=True, endTime=last)["events"]])
        self.assertEqual([], self.read(startFromHead=True, endTime=first)["events"])

    def test_a_stream_is_read_forwards_and_backwards(self):
        whole = self.read(startFromHead=True)["events"]
        forwards, answer = [], self.read(startFromHead=True, limit=3)
        while answer["events"]:
            forwards += answer["events"]
            token, answer = answer["nextForwardToken"], self.read(limit=3, nextToken=answer["nextForwardToken"])
        self.assertEqual((whole, token), (forwards, answer["nextForwardToken"]))
        backwards, answer = [], self.read(limit=3)
        self.assertEqual(whole[-3:], answer["events"])
        while answer["events"]:
            backwards = answer["events"] + backwards
            token, answer = answer["nextBackwardToken"], self.read(limit=3, nextToken=answer["nextBackwardToken"])
        self.assertEqual((whole, token), (backwards, answer["nextBackwardToken"]))
        self.refused("ResourceNotFoundException", self.logs.get_log_events, logGroupName=GROUP, logStreamName="none")
        self.refused("ResourceNotFoundException", self.logs.get_log_events, logGroupName="none", logStreamName=self.stream)
