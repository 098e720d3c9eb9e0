"""botocore's parsers must read every response of the session files, and its models must have every member."""

import datetime
import json
import unittest

import botocore.awsrequest
import botocore.parsers

from playground import SERVICES, Playground, dump, service_model

# Errors of the layers in front of the operations, which no model declares.
FRAMEWORK_ERRORS = {
    "AccessDeniedException",
    "IncompleteSignatureException",
    "InternalFailure",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "SerializationException",
    "UnknownOperationException",
    "UnrecognizedClientException",
}

# Errors that the operation returns but does not declare. The rules give the evidence.
UNDECLARED = {
    ("CreateLicense", "ResourceLimitExceededException"),
    ("CreateLicenseVersion", "ResourceLimitExceededException"),
    ("ListLicenseVersions", "ValidationException"),
    ("CreateGrantVersion", "ConflictException"),
}

# Members in recorded responses of the service that no model has.
UNMODELLED = {"exclusiveAccountAccess"}

# Values of older editions that botocore's model does not have any more.
WITHDRAWN = {"2023": {"BatchCreateLicenseUsageRecords"}, "early": set(), "2026": set()}

MODELS = {service: service_model(service) for service in SERVICES}


def parse(response, model, output_shape):
    """The response as botocore returns it to a caller."""
    return botocore.parsers.create_parser(model.protocol).parse(
        {
            "status_code": response["status"],
            "headers": botocore.awsrequest.HeadersDict(response["headers"]),
            "body": response["body"].encode(),
        },
        output_shape,
    )


def type_errors(shape, value, vintage, path):
    """Everything in a JSON value that the shape does not allow."""
    if shape.type_name == "structure":
        if not isinstance(value, dict):
            return [f"{path} is no object"]
        found = [f"{path} has the unknown member `{name}`" for name in value if name not in shape.members and name not in UNMODELLED]
        found += [f"{path} lacks the required member `{name}`" for name in shape.required_members if name not in value]
        for name, member in shape.members.items():
            if name in value:
                found += type_errors(member, value[name], vintage, f"{path}.{name}")
        return found
    if shape.type_name == "list":
        if not isinstance(value, list):
            return [f"{path} is no list"]
        return [error for index, item in enumerate(value) for error in type_errors(shape.member, item, vintage, f"{path}[{index}]")]
    types = {"string": str, "boolean": bool, "integer": int, "long": int, "timestamp": (int, float)}[shape.type_name]
    if not isinstance(value, types) or (isinstance(value, bool) and shape.type_name != "boolean"):
        return [f"{path} is `{value!r}`, which is no {shape.type_name}"]
    if shape.type_name == "string" and shape.enum and value not in shape.enum and value not in WITHDRAWN[vintage]:
        return [f"{path} is `{value}`, which the model does not list"]
    return []


def timestamps(shape, value):
    """Every value of a timestamp shape."""
    if shape.type_name == "structure":
        return [moment for name, member in shape.members.items() if name in value for moment in timestamps(member, value[name])]
    if shape.type_name == "list":
        return [moment for item in value for moment in timestamps(shape.member, item)]
    return [value] if shape.type_name == "timestamp" else []


class Answers(unittest.TestCase):
    """Each test checks every recorded response."""

    @classmethod
    def setUpClass(cls):
        cls.exchanges = dump()

    def each(self, wanted):
        """The exchanges that reached an operation, with its models."""
        for exchange in self.exchanges:
            if exchange.get("operation") and wanted(exchange["response"]["status"]):
                service, name = exchange["operation"].split(":")
                yield exchange, MODELS[service], MODELS[service].operation_model(name)

    def about(self, exchange):
        """A subtest, so that one wrong response does not hide another one."""
        return self.subTest(session=exchange["session"], step=exchange["step"], operation=exchange.get("operation"))

    def test_every_operation_has_responses(self):
        answered = {exchange["operation"] for exchange in self.exchanges if exchange["response"]["status"] == 200 and exchange.get("operation")}
        playground = Playground()
        self.addCleanup(playground.close)
        self.assertEqual(answered, {operation["action"] for operation in playground.operations()})

    def test_successful_responses_have_exactly_the_members_of_the_model(self):
        for exchange, model, operation in self.each(lambda status: status < 300):
            with self.about(exchange):
                body = json.loads(exchange["response"]["body"])
                self.assertEqual(type_errors(operation.output_shape, body, exchange["vintage"], operation.name), [])
                parsed = parse(exchange["response"], model, operation.output_shape)
                metadata = parsed.pop("ResponseMetadata")
                self.assertEqual(metadata["HTTPStatusCode"], 200)
                self.assertRegex(metadata["RequestId"], "^[0-9a-f-]{36}$")
                self.assertEqual(parsed.keys(), body.keys())
                for moment in timestamps(operation.output_shape, parsed):
                    self.assertIsInstance(moment, datetime.datetime)
                    self.assertGreaterEqual(moment.year, 2020)

    def test_errors_are_declared_and_parsed(self):
        for exchange, model, operation in self.each(lambda status: status >= 300):
            with self.about(exchange):
                response = exchange["response"]
                error = parse(response, model, operation.output_shape)["Error"]
                refusal = exchange["trace"][-1]["error"]
                self.assertEqual(error["Code"], refusal["name"])
                self.assertEqual(error.get("Message", ""), refusal["message"] or "")
                declared = {shape.error_code: shape for shape in operation.error_shapes}
                if error["Code"] not in declared:
                    if (operation.name, error["Code"]) not in UNDECLARED:
                        self.assertIn(error["Code"], FRAMEWORK_ERRORS)
                    continue
                default = 500 if error["Code"] == "ServerInternalException" else 400
                status = declared[error["Code"]].metadata.get("error", {}).get("httpStatusCode", default)
                self.assertEqual(response["status"], status)

    def test_refusals_before_an_operation_are_parsed(self):
        for exchange in self.exchanges:
            if exchange.get("operation") is None:
                with self.about(exchange):
                    for model in MODELS.values():
                        parsed = parse(exchange["response"], model, None)
                        self.assertEqual(parsed["ResponseMetadata"]["HTTPStatusCode"], exchange["response"]["status"])


if __name__ == "__main__":
    unittest.main()
