// Go with the AWS SDK, version 2.
import { LONG, mismatch } from "./call.js";
import { upperCamel } from "./names.js";
import { indented, quoted, utf32 } from "./strings.js";
import { membersOf, structureName } from "./tree.js";

/** @import { Call, Copy, Operation } from "./call.js" */

const PACKAGES = { "license-manager": "licensemanager", ram: "ram" };

/** Members that are values, not pointers. The zero value is not sent. */
const VALUES = new Set(["DryRun"]);

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function go(operation, { account, region, input }) {
  const problem = mismatch(operation, input, { bits: true, surrogates: true }) ?? unsent(operation.input, input, "");
  if (problem) return { problem };
  const name = PACKAGES[operation.service];
  const used = new Set();
  const request = fields(operation.input, input, used);
  const imports = [used.has("aws") && "aws", "config", `service/${name}`, used.has("types") && `service/${name}/types`].filter(Boolean);
  return {
    text: `// Account ${account}
package main

import (
	"context"
	"fmt"
	"log"

${imports.map((path) => `\t"github.com/aws/aws-sdk-go-v2/${path}"\n`).join("")})

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("${region}"))
	if err != nil {
		log.Fatal(err)
	}
	client := ${name}.NewFromConfig(cfg)
	response, err := client.${operation.name}(ctx, &${name}.${operation.name}Input{${indented(request, "\t")}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%+v\\n", response)
}
`,
  };
}

/** The SDK takes an empty text of an enumeration, and `false` of a member that is no pointer, for a member that is not set. */
function unsent(shape, value, path) {
  for (const { name, shape: inner, value: item } of membersOf(shape, value)) {
    const place = `${path}${name}`;
    if (item === "" && inner.values) return `The AWS SDK for Go does not send \`${place}\` when it is an empty string.`;
    const within = inner.type === "structure" ? [item] : inner.element?.type === "structure" ? item : [];
    const problem = within.map((part) => unsent(inner.element ?? inner, part, `${place}.`)).find(Boolean);
    if (problem) return problem;
  }
  return null;
}

function fields(shape, value, used) {
  const lines = membersOf(shape, value).map((member) => `\n\t${upperCamel(member.name)}: ${indented(literal(member, used), "\t")},`);
  return lines.length ? `${lines.join("")}\n` : "";
}

function literal({ name, shape, value }, used) {
  switch (shape.type) {
    case "structure":
      used.add("types");
      return `&types.${structureName(name, shape)}{${fields(shape, value, used)}}`;
    case "list":
      return list(name, shape.element, value, used);
    case "string":
      return shape.values ? text(value) : pointer("String", text(value), used);
    case "integer":
      return pointer(LONG.has(name) ? "Int64" : "Int32", value, used);
    default:
      return VALUES.has(name) ? String(value) : pointer("Bool", value, used);
  }
}

function list(name, element, items, used) {
  if (element.type === "structure") {
    used.add("types");
    const parts = items.map((item) => `\n\t{${indented(fields(element, item, used), "\t")}},`);
    return `[]types.${structureName(name, element)}{${parts.join("")}${parts.length ? "\n" : ""}}`;
  }
  // The only list of an enumeration is AllowedOperations.
  if (element.values) used.add("types");
  const line = `[]${element.values ? "types.AllowedOperation" : "string"}{`;
  return items.length > 1 ? `${line}${items.map((item) => `\n\t${text(item)},`).join("")}\n}` : `${line}${items.map(text).join("")}}`;
}

function pointer(type, value, used) {
  used.add("aws");
  return `aws.${type}(${value})`;
}

const text = (value) => quoted(value, utf32);
