// Writes the generated calls, copied as one format, as one JSON object per line: for the tests in Python.
import { copyAs } from "../../www/parts/copy.js";
import { generated } from "./inputs.mjs";

const format = process.argv[2];

// botocore's model does not have this member.
for (const { name, kind, call } of generated({ omit: ["exclusiveAccountAccess"] })) {
  process.stdout.write(`${JSON.stringify({ name, kind, ...call, ...copyAs(format, call) })}\n`);
}
