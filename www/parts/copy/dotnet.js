// C# with the AWS SDK for .NET.
import { mismatch } from "./call.js";
import { upperCamel } from "./names.js";
import { indented, quoted, utf32 } from "./strings.js";
import { membersOf, structureName } from "./tree.js";

/** @import { Call, Copy, Operation } from "./call.js" */

const SERVICES = { "license-manager": "LicenseManager", ram: "RAM" };

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function dotnet(operation, { account, region, input }) {
  const problem = mismatch(operation, input, { bits: true, surrogates: true });
  if (problem) return { problem };
  const service = SERVICES[operation.service];
  return {
    text: `// Account ${account}
using System;
using System.Collections.Generic;
using Amazon;
using Amazon.${service};
using Amazon.${service}.Model;

var client = new Amazon${service}Client(RegionEndpoint.GetBySystemName("${region}"));
var response = await client.${operation.name}Async(${created(`${operation.name}Request`, operation.input, input)});
Console.WriteLine(response.HttpStatusCode);
`,
  };
}

function created(type, shape, value) {
  const members = membersOf(shape, value).map((member) => `\n    ${upperCamel(member.name)} = ${indented(literal(member), "    ")},`);
  return members.length ? `new ${type}\n{${members.join("")}\n}` : `new ${type}()`;
}

function literal({ name, shape, value }) {
  switch (shape.type) {
    case "structure":
      return created(structureName(name, shape), shape, value);
    case "list":
      return list(name, shape.element, value);
    case "string":
      return quoted(value, utf32);
    default:
      return String(value);
  }
}

function list(name, element, items) {
  const type = `new List<${element.type === "structure" ? structureName(name, element) : "string"}>`;
  const written = items.map((item) => literal({ name, shape: element, value: item }));
  if (written.length === 0) return `${type}()`;
  const line = `${type} { ${written.join(", ")} }`;
  return line.length <= 100 && !line.includes("\n") ? line : `${type}\n{${written.map((item) => `\n    ${indented(item, "    ")},`).join("")}\n}`;
}
