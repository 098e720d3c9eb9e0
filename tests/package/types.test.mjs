// The SDK's own types against the package's: what `sdk-types.mts` assigns must be assignable.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the SDK's clients accept the request handler", async () => {
  // The SDK's declarations name Node's, which are not installed: they are left unchecked, our own programs are not.
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext", "--types", ""];
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const run = promisify(execFile)(process.execPath, [compiler, ...options, "tests/package/sdk-types.mts"], { cwd: root });
  await assert.doesNotReject(run, (await run.catch((error) => error)).stdout);
});
