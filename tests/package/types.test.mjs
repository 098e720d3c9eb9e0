// Checks the package's types against the SDK's: the assignments in `sdk-types.mts` must compile.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the SDK's clients accept the request handler", async () => {
  // The SDK's declarations refer to Node's types, which are not installed. So only our own programs are checked.
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext", "--types", ""];
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const run = promisify(execFile)(process.execPath, [compiler, ...options, "tests/package/sdk-types.mts"], { cwd: root });
  await assert.doesNotReject(run, (await run.catch((error) => error)).stdout);
});
