"""boto3 and the AWS CLI call every operation on `grant-playground serve`, and get what the session files record."""

import functools
import json
import os
import unittest
import unittest.mock

import boto3
import botocore
import botocore.awsrequest
import botocore.exceptions
import botocore.parsers
import botocore.validate

from aws_cli import AwsCli
from endpoint import Endpoint, choose, replay
from playground import Playground, service_model

# Nothing on this computer configures the clients.
ENVIRONMENT = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_SECRET_ACCESS_KEY": "any",
    "AWS_PAGER": "",
}


def input_shape(call):
    """botocore's model of the members of a call."""
    return service_model(call.service).operation_model(call.operation).input_shape


def can_send(call):
    """Whether botocore's model allows the members."""
    shape = input_shape(call)
    return not botocore.validate.ParamValidator().validate(call.arguments(shape), shape).has_errors()


def parsed(call, **defaults):
    """The recorded response as botocore's parser with these defaults returns it."""
    model = service_model(call.service)
    factory = botocore.parsers.ResponseParserFactory()
    factory.set_parser_defaults(**defaults)
    response = {"status_code": 200, "headers": botocore.awsrequest.HeadersDict({}), "body": json.dumps(call.body).encode()}
    return without_metadata(factory.create_parser(model.protocol).parse(response, model.operation_model(call.operation).output_shape))


def without_metadata(response):
    """The members of a response."""
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def comparable(response, arguments):
    """A response without the client token that the client has made up."""
    return {name: value for name, value in response.items() if name != "clientToken" or "clientToken" in arguments}


@functools.cache
def session(account):
    """A session of boto3, which keeps the models that it has read."""
    return boto3.Session(aws_access_key_id=account, aws_secret_access_key="any")


class Clients(unittest.TestCase):
    """Each call is sent to an endpoint that is in the state before the recorded call."""

    @classmethod
    def setUpClass(cls):
        playground = Playground(vintage="2026")
        cls.actions = {operation["action"] for operation in playground.operations()}
        playground.close()
        cls.chosen = choose(can_send)
        cls.cli = AwsCli(ENVIRONMENT)
        cls.addClassCleanup(cls.cli.close)

    def boto3(self, service, endpoint, account, region="us-east-1"):
        """A client of boto3."""
        with unittest.mock.patch.dict(os.environ, ENVIRONMENT):
            client = session(account).client(service, region_name=region, endpoint_url=endpoint.url)
        self.addCleanup(client.close)
        return client

    def test_every_operation_has_a_call(self):
        self.assertEqual({call.action for _, calls in self.chosen for call in calls}, self.actions)

    def test_boto3_calls_every_operation(self):
        for call, endpoint in replay(self.chosen):
            with self.subTest(call.name):
                client = self.boto3(call.service, endpoint, call.account, call.region)
                arguments = call.arguments(input_shape(call))
                response = getattr(client, botocore.xform_name(call.operation))(**arguments)
                self.assertEqual(comparable(without_metadata(response), arguments), comparable(parsed(call), arguments))

    def test_the_aws_cli_calls_every_operation(self):
        for call, endpoint in replay(self.chosen):
            with self.subTest(call.name):
                arguments = call.arguments(input_shape(call))
                options = ["--endpoint-url", endpoint.url, "--region", call.region, "--output", "json", "--no-paginate"]
                name = botocore.xform_name(call.operation, "-")
                code, out, error = self.cli.run(call.service, name, *options, "--cli-input-json", json.dumps(arguments), key=call.account)
                self.assertEqual((code, error), (0, ""))
                # The CLI prints times as it receives them.
                expected = parsed(call, timestamp_parser=lambda value: value)
                self.assertEqual(comparable(json.loads(out or "{}"), arguments), comparable(expected, arguments))

    def test_clients_with_any_key_are_the_vendor_and_see_typed_errors(self):
        endpoint = Endpoint()
        self.addCleanup(endpoint.close)
        identity = {"UserId": "111122223333", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:root"}
        self.assertEqual(without_metadata(self.boto3("sts", endpoint, "AKIAEXAMPLE").get_caller_identity()), identity)
        options = ("--endpoint-url", endpoint.url, "--region", "us-east-1", "--output", "json")
        code, out, error = self.cli.run("sts", "get-caller-identity", *options, key="AKIAEXAMPLE")
        self.assertEqual((code, json.loads(out), error), (0, identity, ""))
        client = self.boto3("license-manager", endpoint, "AKIAEXAMPLE")
        with self.assertRaises(client.exceptions.ValidationException):
            client.get_grant(GrantArn="x")
        code, out, error = self.cli.run("license-manager", "get-grant", "--grant-arn", "x", *options, key="AKIAEXAMPLE")
        self.assertNotEqual(code, 0)
        self.assertIn("An error occurred (ValidationException) when calling the GetGrant operation: 1 validation error", error)
        for other in ("iam", "s3"):
            with self.assertRaisesRegex(botocore.exceptions.ClientError, "UnknownOperationException.*This endpoint simulates license-manager, ram"):
                client = self.boto3(other, endpoint, "AKIAEXAMPLE")
                client.list_users() if other == "iam" else client.list_buckets()
        with self.assertRaisesRegex(botocore.exceptions.ClientError, "InvalidAction.*not `GetSessionToken`"):
            self.boto3("sts", endpoint, "AKIAEXAMPLE").get_session_token()


if __name__ == "__main__":
    unittest.main()
