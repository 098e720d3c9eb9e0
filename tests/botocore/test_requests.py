"""botocore's clients with the simulator: it accepts their requests, and they return typed results."""

import datetime
import json
import unittest

import botocore.exceptions

from playground import SERVICES, Playground, service_model

VENDOR = "111122223333"
OUTSIDER = "444455556666"
LICENSE = {
    "LicenseName": "Photon",
    "ProductName": "Photon",
    "ProductSKU": "photon-1",
    "Issuer": {"Name": "Example Vendor"},
    "HomeRegion": "us-east-1",
    "Validity": {"Begin": "2023-01-01T00:00:00Z", "End": "2033-01-01T00:00:00Z"},
    "Entitlements": [{"Name": "seats", "Unit": "Count", "MaxCount": 10, "Overage": False}],
    "Beneficiary": "Example Customer",
    "ConsumptionConfiguration": {"RenewType": "None", "ProvisionalConfiguration": {"MaxTimeToLiveInMinutes": 60}},
    "ClientToken": "license",
}


def template(*actions):
    """A policy template that allows actions of Systems Manager."""
    return json.dumps({"Effect": "Allow", "Action": [f"ssm:{action}" for action in actions]})


def sample(shape):
    """A value with every member of the model. The values have no meaning."""
    if shape.type_name == "structure":
        return {name: sample(member) for name, member in shape.members.items()}
    if shape.type_name == "list":
        return [sample(shape.member)]
    if shape.type_name == "string":
        return shape.enum[0] if shape.enum else "text"
    return {"integer": 1, "long": 1, "boolean": True, "timestamp": datetime.datetime(2023, 1, 1)}[shape.type_name]


class Requests(unittest.TestCase):
    """Each test starts with a new simulator."""

    def setUp(self):
        self.playground = Playground()
        self.addCleanup(self.playground.close)

    def test_a_grant_from_creation_to_deletion(self):
        vendor = self.playground.client("license-manager", VENDOR)
        outsider = self.playground.client("license-manager", OUTSIDER)
        license_arn = vendor.create_license(**LICENSE)["LicenseArn"]
        self.assertEqual(vendor.get_license(LicenseArn=license_arn)["License"]["Entitlements"], LICENSE["Entitlements"])

        def grant(token, principal):
            return vendor.create_grant(
                ClientToken=token,
                GrantName=token,
                LicenseArn=license_arn,
                HomeRegion="us-east-1",
                Principals=[f"arn:aws:iam::{principal}:root"],
                AllowedOperations=["CreateGrant", "CheckoutLicense"],
            )

        first = grant("first", OUTSIDER)
        self.assertEqual((first["Status"], first["Version"]), ("PENDING_ACCEPT", "1"))
        arn = first["GrantArn"]
        with self.assertRaises(vendor.exceptions.ValidationException) as refusal:
            vendor.accept_grant(GrantArn=arn)
        self.assertEqual(
            str(refusal.exception),
            "An error occurred (ValidationException) when calling the AcceptGrant operation: "
            f"Caller arn:aws:iam::{VENDOR}:root is not allowed to accept this grant.",
        )
        self.assertEqual(outsider.accept_grant(GrantArn=arn)["Status"], "DISABLED")
        activated = outsider.create_grant_version(ClientToken="activate", GrantArn=arn, Status="ACTIVE", SourceVersion="2")
        self.assertEqual((activated["Status"], activated["Version"]), ("ACTIVE", "3"))
        self.assertEqual(outsider.list_received_grants(MaxResults=1)["Grants"][0]["GrantArn"], arn)
        self.assertEqual(vendor.delete_grant(GrantArn=arn, Version="3")["Status"], "DELETED")
        self.assertEqual(vendor.get_grant(GrantArn=arn)["Grant"]["GrantStatus"], "DELETED")
        second = grant("second", OUTSIDER)["GrantArn"]
        self.assertEqual(outsider.reject_grant(GrantArn=second)["Status"], "REJECTED")
        self.assertEqual(len(vendor.list_distributed_grants()["Grants"]), 2)

    def test_every_refusal_of_a_permission_version_is_a_typed_exception(self):
        vendor = self.playground.client("ram", VENDOR, retries={"total_max_attempts": 1})
        created = vendor.create_permission(name="read", resourceType="ssm:Parameter", policyTemplate=template("GetParameter"))
        arn = created["permission"]["arn"]
        other = template("GetParameters")
        vendor.create_permission_version(permissionArn=arn, policyTemplate=other, clientToken="second")
        for request, name in (
            ({"clientToken": "second", "policyTemplate": template("DescribeParameters")}, "IdempotentParameterMismatchException"),
            ({"clientToken": "", "policyTemplate": other}, "InvalidClientTokenException"),
            ({"policyTemplate": other}, "InvalidParameterException"),
            ({"policyTemplate": template("PutParameter")}, "InvalidPolicyException"),
            ({"policyTemplate": "{"}, "MalformedPolicyTemplateException"),
            ({"permissionArn": "read", "policyTemplate": other}, "MalformedArnException"),
            ({"permissionArn": arn + "er", "policyTemplate": other}, "UnknownResourceException"),
            (
                {"permissionArn": "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet", "policyTemplate": other},
                "OperationNotPermittedException",
            ),
        ):
            with self.subTest(name), self.assertRaises(getattr(vendor.exceptions, name)):
                vendor.create_permission_version(**{"permissionArn": arn, **request})
        for actions in (["DescribeParameters"], ["GetParameterHistory"], ["GetParameter", "GetParameters"]):
            vendor.create_permission_version(permissionArn=arn, policyTemplate=template(*actions))
        with self.assertRaises(vendor.exceptions.PermissionVersionsLimitExceededException):
            vendor.create_permission_version(permissionArn=arn, policyTemplate=template("GetParameter", "DescribeParameters"))

    def test_a_permission_from_creation_to_deletion(self):
        vendor = self.playground.client("ram", VENDOR)
        created = vendor.create_permission(name="read", resourceType="ssm:Parameter", policyTemplate=template("GetParameter"))
        arn = created["permission"]["arn"]
        self.assertEqual(created["permission"]["creationTime"].timestamp(), 1_700_000_000)
        second = template("GetParameter", "GetParameters")
        version = vendor.create_permission_version(permissionArn=arn, policyTemplate=second, clientToken="second")
        self.assertEqual((version["permission"]["version"], version["clientToken"]), ("2", "second"))
        with self.assertRaises(vendor.exceptions.InvalidParameterException) as refusal:
            vendor.create_permission_version(permissionArn=arn, policyTemplate=second)
        self.assertEqual(refusal.exception.response["Error"]["Message"], "Existing permission version: 2 has same policy")
        self.assertTrue(vendor.set_default_permission_version(permissionArn=arn, permissionVersion=1)["returnValue"])
        deleted = vendor.delete_permission_version(permissionArn=arn, permissionVersion=2)
        self.assertEqual(deleted["permissionStatus"], "DELETING")
        rows = vendor.list_permission_versions(permissionArn=arn)["permissions"]
        self.assertEqual([(row["version"], row["status"]) for row in rows], [("1", "ATTACHABLE"), ("2", "DELETED")])
        self.assertEqual(vendor.get_permission(permissionArn=arn, permissionVersion=2)["permission"]["permission"], second)
        rows = vendor.list_permissions(permissionType="CUSTOMER_MANAGED", maxResults=5)["permissions"]
        self.assertEqual([row["name"] for row in rows], ["read"])
        self.assertEqual(vendor.delete_permission(permissionArn=arn)["permissionStatus"], "DELETING")

    def test_every_serialized_request_reaches_its_operation(self):
        for service in SERVICES:
            # botocore's own checks are disabled, because the values have no meaning.
            client = self.playground.client(service, VENDOR, parameter_validation=False)
            model = service_model(service)
            methods = {operation: method for method, operation in client.meta.method_to_api_mapping.items()}
            for operation in self.playground.operations():
                if operation["service"] != service:
                    continue
                with self.subTest(operation=operation["action"]):
                    self.playground.trace = []
                    arguments = sample(model.operation_model(operation["name"]).input_shape)
                    try:
                        getattr(client, methods[operation["name"]])(**arguments)
                    except botocore.exceptions.ClientError:
                        pass
                    self.assertTrue(self.playground.trace)
                    refused = [check for check in self.playground.trace if check["verdict"] == "refused"]
                    stages = {check["stage"] for check in refused}
                    self.assertFalse(stages & {"Routing", "Authentication", "Decoding"}, refused)

    def test_an_unknown_account_is_refused(self):
        stranger = self.playground.client("ram", "000011112222")
        with self.assertRaises(botocore.exceptions.ClientError) as refusal:
            stranger.list_permissions()
        self.assertEqual(refusal.exception.response["Error"]["Code"], "UnrecognizedClientException")


if __name__ == "__main__":
    unittest.main()
