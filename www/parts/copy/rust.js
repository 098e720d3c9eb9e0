// Rust with the AWS SDK.
import { mismatch } from "./call.js";
import { snake } from "./names.js";
import { braces, indented, quoted } from "./strings.js";
import { membersOf, structureName } from "./tree.js";

/** @import { Call, Copy, Operation } from "./call.js" */

const CRATES = { "license-manager": "aws_sdk_licensemanager", ram: "aws_sdk_ram" };

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function rust(operation, { account, region, input }) {
  const problem = mismatch(operation, input, { bits: true, surrogates: true });
  if (problem) return { problem };
  const name = CRATES[operation.service];
  const used = new Set();
  const request = setters(operation.input, input, used);
  const types = [...used].sort();
  const imports = types.length ? `use ${name}::types::${types.length > 1 ? `{${types.join(", ")}}` : types[0]};\n` : "";
  return {
    text: `// Account ${account}
use aws_config::{BehaviorVersion, Region};
${imports}
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config = aws_config::defaults(BehaviorVersion::latest()).region(Region::new("${region}")).load().await;
    let client = ${name}::Client::new(&config);
    let response = client
        .${snake(operation.name)}()${indented(request, "    ")}
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
`,
  };
}

function setters(shape, value, used) {
  return membersOf(shape, value).flatMap((member) => calls(member, used)).map((call) => `\n    ${indented(call, "    ")}`).join("");
}

/** The calls of a builder that set a member. A list is appended item by item. */
function calls({ name, shape, value }, used) {
  const method = name === "type" ? "r#type" : snake(name);
  if (shape.type !== "list") return [`.${method}(${literal(name, shape, value, used)})`];
  if (value.length === 0) return [`.set_${snake(name)}(Some(vec![]))`];
  return value.map((item) => `.${method}(${literal(name, shape.element, item, used)})`);
}

function literal(name, shape, value, used) {
  if (shape.type === "structure") {
    const type = structureName(name, shape);
    used.add(type);
    // The builder of a structure with required members says at run time which of them is missing.
    const isFallible = Object.values(shape.members).some(({ required }) => required);
    return `${type}::builder()${setters(shape, value, used)}${Object.keys(value).length ? "\n    " : ""}.build()${isFallible ? "?" : ""}`;
  }
  if (shape.type !== "string") return String(value);
  const text = quoted(value, braces, { "\n": "\\n", "\r": "\\r", "\t": "\\t" });
  return shape.values ? `${text}.into()` : text;
}
