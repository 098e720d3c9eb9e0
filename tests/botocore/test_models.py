"""The constraints of the operations in the 2026 edition must be those of botocore's models."""

import re
import unittest

from playground import SERVICES, Playground, service_model

# The operations for granted licenses in License Manager's model. The others are for self-managed licenses.
GRANTED_LICENSES = set(
    """
    CreateLicense CreateLicenseVersion GetLicense DeleteLicense ListLicenses ListLicenseVersions
    CreateGrant CreateGrantVersion AcceptGrant RejectGrant DeleteGrant GetGrant
    ListDistributedGrants ListReceivedGrants ListReceivedGrantsForOrganization
    ListReceivedLicenses ListReceivedLicensesForOrganization
    CheckoutLicense CheckoutBorrowLicense CheckInLicense ExtendLicenseConsumption GetLicenseUsage
    CreateToken DeleteToken ListTokens GetAccessToken
    TagResource UntagResource ListTagsForResource
    """.split()
)

# Every known difference of the simulator's description, with its reason. A star matches any text. The test fails for a
# difference that is not listed here, and for a line that matches no difference.
DIFFERENCES = {
    "ram:ListPermissions input.permissionType: the values are ['ALL', 'AWS_MANAGED', 'CUSTOMER_MANAGED', 'AWS', 'LOCAL'], not *": (
        "the service still takes the old words; its own message names them"
    ),
    "ram:* output.permission*: the member resourceOwner is not simulated": (
        "new in the model, and in no published answer of an operation that is simulated"
    ),
    "ram:*.resourceShareConfiguration: the member exclusiveAccountAccess is unknown to botocore": (
        "the service sends it, and CloudFormation documents it"
    ),
}


def compare(path, ours, theirs):
    """The differences of two shapes, as sentences."""
    if ours["type"] != theirs.type_name:
        return [f"{path}: the type is {ours['type']}, not {theirs.type_name}"]
    found = []
    if ours["type"] == "structure":
        members = {member["name"]: member for member in ours["members"]}
        found += [f"{path}: the member {name} is not simulated" for name in theirs.members if name not in members]
        found += [f"{path}: the member {name} is unknown to botocore" for name in members if name not in theirs.members]
        common = [name for name in theirs.members if name in members]
        if common != [name for name in members if name in theirs.members]:
            found.append(f"{path}: the members are in the order {list(members)}, not {list(theirs.members)}")
        for name in common:
            if members[name]["required"] != (name in theirs.required_members):
                found.append(f"{path}.{name}: required is {members[name]['required']}")
            found += compare(f"{path}.{name}", members[name]["shape"], theirs.members[name])
        return found
    if ours["type"] == "list":
        found += compare(f"{path}[]", ours["element"], theirs.member)
    if ours.get("values", []) != list(getattr(theirs, "enum", [])):
        found.append(f"{path}: the values are {ours.get('values', [])}, not {list(theirs.enum)}")
    least, most = ("min", "max") if ours["type"] in ("integer", "long") else ("minLength", "maxLength")
    for our_name, their_name in ((least, "min"), (most, "max"), ("pattern", "pattern")):
        if ours.get(our_name) != theirs.metadata.get(their_name):
            found.append(f"{path}: {our_name} is {ours.get(our_name)}, not {theirs.metadata.get(their_name)}")
    return found


def differences(operations):
    """The differences of every operation."""
    found = []
    for ours in operations:
        theirs = service_model(ours["service"]).operation_model(ours["name"])
        action = ours["action"]
        http = (theirs.http["method"], theirs.http["requestUri"])
        if (ours["method"], ours["path"]) != http:
            found.append(f"{action}: answers to {ours['method']} {ours['path']}, not {http[0]} {http[1]}")
        errors = [error["name"] for error in ours["errors"]]
        declared = [shape.name for shape in theirs.error_shapes]
        if errors != declared:
            found.append(f"{action}: the errors are {errors}, not {declared}")
        found += compare(f"{action} input", ours["input"], theirs.input_shape)
        found += compare(f"{action} output", ours["output"], theirs.output_shape)
    return found


class Models(unittest.TestCase):
    """Tests the comparison and the table of known differences."""

    @classmethod
    def setUpClass(cls):
        playground = Playground(vintage="2026")
        cls.operations = playground.operations()
        playground.close()

    def test_the_simulator_has_all_operations_for_granted_licenses_and_of_ram(self):
        simulated = {service: {ours["name"] for ours in self.operations if ours["service"] == service} for service in SERVICES}
        self.assertEqual(simulated["license-manager"], GRANTED_LICENSES)
        self.assertEqual(simulated["ram"], set(service_model("ram").operation_names))

    def test_the_models_have_only_the_listed_differences(self):
        self.maxDiff = None
        patterns = {line: re.compile(re.escape(line).replace(r"\*", ".*")) for line in DIFFERENCES}
        found = differences(self.operations)
        unlisted = [difference for difference in found if not any(pattern.fullmatch(difference) for pattern in patterns.values())]
        self.assertEqual(unlisted, [])
        gone = [line for line, pattern in patterns.items() if not any(map(pattern.fullmatch, found))]
        self.assertEqual(gone, [])

    def test_the_comparison_finds_an_older_edition(self):
        playground = Playground(vintage="2023")
        found = differences(playground.operations())
        playground.close()
        self.assertIn("license-manager:CreateGrant input: the member Tags is not simulated", found)
        self.assertTrue(any("AllowedOperations[]: the values are" in difference for difference in found))
        self.assertTrue(any("LicenseArn: pattern is" in difference for difference in found))


if __name__ == "__main__":
    unittest.main()
