// Java with the AWS SDK, version 2.
import { LONG, mismatch } from "./call.js";
import { lowerCamel } from "./names.js";
import { indented, quoted, utf16 } from "./strings.js";
import { membersOf, structureName } from "./tree.js";

/** @import { Call, Copy, Operation } from "./call.js" */

const SERVICES = { "license-manager": ["licensemanager", "LicenseManagerClient"], ram: ["ram", "RamClient"] };

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function java(operation, { account, region, input }) {
  const problem = mismatch(operation, input, { bits: true, surrogates: true });
  if (problem) return { problem };
  const [namespace, client] = SERVICES[operation.service];
  const request = builder(`${operation.name}Request`, operation.input, input);
  return {
    text: `// Account ${account}
import java.util.List;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.${namespace}.${client};
import software.amazon.awssdk.services.${namespace}.model.*;

class Main {
    public static void main(String[] arguments) {
        try (${client} client = ${client}.builder().region(Region.of("${region}")).build()) {
            System.out.println(client.${lowerCamel(operation.name)}(${indented(request, "            ")}));
        }
    }
}
`,
  };
}

function builder(type, shape, value) {
  const setters = membersOf(shape, value).map((member) => `\n    .${setter(member)}(${indented(literal(member), "    ")})`);
  return `${type}.builder()${setters.join("")}${setters.length ? "\n    " : ""}.build()`;
}

/** A list of values of an enumeration has a setter for strings, which also takes values that the SDK does not know. */
const setter = ({ name, shape }) => `${lowerCamel(name)}${shape.type === "list" && shape.element.values ? "WithStrings" : ""}`;

function literal({ name, shape, value }) {
  switch (shape.type) {
    case "structure":
      return builder(structureName(name, shape), shape, value);
    case "list":
      return listOf(value.map((item) => literal({ name, shape: shape.element, value: item })));
    case "string":
      return quoted(value, utf16);
    case "integer":
      return LONG.has(name) ? `${value}L` : String(value);
    default:
      return String(value);
  }
}

function listOf(items) {
  const line = `List.of(${items.join(", ")})`;
  return line.length <= 80 && !line.includes("\n") ? line : `List.of(${items.map((item) => `\n    ${indented(item, "    ")}`).join(",")}\n)`;
}
