// What is copied can be pasted: the pasted text is the same call.
import assert from "node:assert/strict";
import { test } from "node:test";
import { copyAs } from "../../www/parts/copy.js";
import understand from "../../www/parts/paste.js";
import { generated, NASTY, PLACEHOLDERS } from "./inputs.mjs";

const FORMATS = ["cli", "cli-powershell", "boto3", "javascript", "curl", "http", "cloudtrail"];

/** Formats that name the account in more than a comment. */
const WITH_ACCOUNT = ["http", "cloudtrail"];

const call = (operation, input) => ({ operation, account: "111122223333", region: "us-east-1", input });

for (const format of FORMATS) {
  test(format, () => {
    for (const { name, call } of generated({ texts: NASTY })) {
      const { text } = copyAs(format, call);
      const { calls, sessions, problems } = understand(text);
      assert.deepEqual([problems, sessions], [[], []], `${name}:\n${text}`);
      assert.equal(calls.length, 1, `${name}:\n${text}`);
      const [{ operation, account, region, input, unknown }] = calls;
      assert.deepEqual({ operation, account: call.account, region, input }, call, `${name}:\n${text}`);
      assert.deepEqual(unknown, [], name);
      if (WITH_ACCOUNT.includes(format)) assert.equal(account, call.account, name);
    }
  });
}

test("a text that looks like a place to fill in is never changed without a word", () => {
  for (const format of FORMATS) {
    for (const text of PLACEHOLDERS) {
      const copied = call("license-manager:DeleteGrant", { GrantArn: "arn:1", StatusReason: text });
      const [{ input, unknown }] = understand(copyAs(format, copied).text).calls;
      if (unknown.length) assert.deepEqual(unknown.map(({ path }) => path), ["StatusReason"], format);
      else assert.deepEqual(input, copied.input, format);
    }
  }
});

test("Terraform, where a resource sends one request", () => {
  const same = (operation, input) => {
    const { text } = copyAs("terraform", call(operation, input));
    const [{ operation: name, region, input: pasted, unknown }, ...others] = understand(text).calls;
    assert.deepEqual([name, region, pasted, others], [operation, "us-east-1", input, []], text);
    assert.deepEqual(unknown.filter(({ path }) => !/ClientToken/i.test(path)), [], text);
  };
  for (const text of NASTY) {
    same("ram:CreatePermission", { name: text, resourceType: "a:b", policyTemplate: text, tags: [{ key: text, value: text }] });
    const grant = { GrantName: text, LicenseArn: text, Principals: [text], HomeRegion: "us-east-1", AllowedOperations: ["CreateGrant"] };
    same("license-manager:CreateGrant", grant);
    same("license-manager:AcceptGrant", { GrantArn: text });
    same("ram:CreateResourceShare", { name: text, allowExternalPrincipals: true, permissionArns: [text] });
    same("ram:AssociateResourceShare", { resourceShareArn: text, principals: [text] });
    same("ram:AssociateResourceSharePermission", { resourceShareArn: text, permissionArn: text, replace: true });
  }
});
