// Writes what the copies for languages with types know about the shapes, as one JSON object per line: for the tests in Python.
import { LONG, operations } from "../../www/parts/copy/call.js";
import { structureName } from "../../www/parts/copy/tree.js";

for (const { service, name, input } of operations) {
  for (const [path, type] of types(input, "", [])) process.stdout.write(`${JSON.stringify({ service, operation: name, path, type })}\n`);
}

/** The names of the structures and the sizes of the integers, with their places. */
function types(shape, member, path) {
  if (shape.type === "list") return types(shape.element, member, [...path, ""]);
  if (shape.type === "integer") return [[path, LONG.has(member) ? "long" : "integer"]];
  if (shape.type !== "structure") return [];
  const inside = Object.entries(shape.members).flatMap(([name, { shape }]) => types(shape, name, [...path, name]));
  return path.length ? [[path, structureName(member, shape)], ...inside] : inside;
}
