// What is not copied, and why; what exactly is copied for one call; a session as a transcript and as a bug report.
import assert from "node:assert/strict";
import { test } from "node:test";
import { copyAs, formats, report, transcript } from "../../www/parts/copy.js";

const ARN = "arn:aws:license-manager::111122223333:grant:g-1";

const copy = (format, operation, input, more) => copyAs(format, { operation, account: "111122223333", region: "us-east-1", input, ...more });

/** Checks the sentence that a format gives instead of a text. */
const refuses = (format, operation, input, sentence) => assert.deepEqual(copy(format, operation, input), { problem: sentence });

const TYPED = ["cli", "cli-powershell", "boto3", "javascript", "java", "go", "rust", "dotnet"];

test("every format has a label of its own", () => {
  assert.equal(formats.length, 12);
  assert.equal(new Set(formats.map(({ label }) => label)).size, 12);
});

test("clients that know the model refuse what it does not allow", () => {
  const options = { Options: { __proto__: null, toString: 1 } };
  const filters = { Filters: [{ Name: "a" }, { Name: "b", Values: ["c", 1] }] };
  for (const format of TYPED) {
    const untyped = (operation, input, sentence) => refuses(format, operation, input, `${sentence} Only raw HTTP and curl can send it.`);
    untyped("license-manager:AcceptGrant", [], "The input must be an object, but it is a list.");
    untyped("license-manager:AcceptGrant", { Grant: ARN }, "AcceptGrant has no member `Grant`.");
    untyped("license-manager:AcceptGrant", { GrantArn: null }, "`GrantArn` must be a string, but it is null.");
    untyped("license-manager:ListLicenses", { MaxResults: 1.5 }, "`MaxResults` must be an integer, but it is a number.");
    untyped("license-manager:ListLicenses", filters, "`Filters[1].Values[1]` must be a string, but it is a number.");
    untyped("license-manager:CreateGrantVersion", options, "`Options` has no member `toString`.");
  }
});

test("typed languages refuse large integers and halves of characters", () => {
  const half = "`GrantArn` contains half of a surrogate pair, which is not a character. Only raw HTTP and curl can send it.";
  const large = "`MaxResults` is 2147483648, which does not fit into an integer of 32 bits. Only raw HTTP and curl can send it.";
  for (const format of ["java", "go", "rust", "dotnet"]) {
    refuses(format, "license-manager:AcceptGrant", { GrantArn: "\ud800" }, half);
    refuses(format, "license-manager:ListLicenses", { MaxResults: 2147483648 }, large);
  }
  assert.match(copy("java", "license-manager:CreateLicense", { Entitlements: [{ MaxCount: 2147483648 }] }).text, /maxCount\(2147483648L\)/);
  for (const format of ["cli", "cli-powershell", "boto3", "javascript", "http", "curl"]) {
    assert.match(copy(format, "license-manager:AcceptGrant", { GrantArn: "\ud800" }).text, /\\ud800/);
  }
});

test("what single clients cannot send", () => {
  refuses("go", "license-manager:CreateGrantVersion", { Status: "" }, "The AWS SDK for Go does not send `Status` when it is an empty string.");
  const entitlement = { Entitlements: [{ Unit: "Count" }, { Unit: "" }] };
  refuses("go", "license-manager:CheckoutLicense", entitlement, "The AWS SDK for Go does not send `Entitlements.Unit` when it is an empty string.");
  const list = "`permissionArn` must be a string, but it is a list. A query string cannot hold it.";
  refuses("http", "ram:DeletePermission", { permissionArn: ["a"] }, list);
  refuses("terraform", "license-manager:GetGrant", {}, "Terraform's AWS provider has no resource that sends GetGrant.");
  refuses("terraform", "ram:CreateResourceShare", { sources: [] }, "Terraform's resource for CreateResourceShare has no argument for `sources`.");
  const home = { HomeRegion: "eu-west-1", Principals: ["a"] };
  const region = "Terraform sends the Region of the request as `HomeRegion`, so eu-west-1 in a request to us-east-1 is not possible.";
  refuses("terraform", "license-manager:CreateGrant", home, region);
});

test("raw HTTP and curl send any JSON", () => {
  for (const input of [null, 1, "text", [], { Unknown: { a: [null] } }]) {
    const { text } = copy("http", "license-manager:AcceptGrant", input);
    assert.deepEqual(JSON.parse(text.split("\n\n").slice(1).join("\n\n")), input);
    assert.match(copy("curl", "license-manager:AcceptGrant", input).text, /--data-raw '/);
  }
});

test("nothing but an account, a Region and a time is written outside of strings", () => {
  const accept = (more) => copy("cli", "license-manager:AcceptGrant", { GrantArn: ARN }, more);
  assert.deepEqual(accept({ account: "1\nrm" }), { problem: "`1\nrm` is not an account ID, which has 12 digits." });
  assert.deepEqual(accept({ region: "x; rm" }), { problem: "`x; rm` is not a Region." });
  assert.deepEqual(accept({ at: "now" }), { problem: "`now` is not a time." });
  assert.deepEqual(copy("cli", "kms:CreateGrant", {}), { problem: "There is no operation `kms:CreateGrant`." });
  assert.deepEqual(copy("perl", "license-manager:AcceptGrant", {}), { problem: "There is no format `perl`." });
});

test("characters that nobody sees are written as escapes", () => {
  for (const { id } of formats.filter(({ id }) => id !== "terraform")) {
    const { text } = copy(id, "license-manager:AcceptGrant", { GrantArn: "a\u202eb\u200bc\u0007d" });
    assert.doesNotMatch(text, /[\u202e\u200b\u0007]/, id);
  }
});

test("a command for bash", () => {
  const input = { GrantArn: ARN, Version: "1", StatusReason: "It's over" };
  assert.equal(
    copy("cli", "license-manager:DeleteGrant", input).text,
    `# Account 111122223333
aws license-manager delete-grant \\
  --region us-east-1 \\
  --grant-arn ${ARN} \\
  --grant-version 1 \\
  --status-reason 'It'\\''s over'
`,
  );
});

test("a command for PowerShell", () => {
  const input = { resourceShareArn: "arn:aws:ram:1", permissionArn: "a 'b", replace: false };
  assert.equal(
    copy("cli-powershell", "ram:AssociateResourceSharePermission", input).text,
    `# Account 111122223333
aws ram associate-resource-share-permission \`
  --region us-east-1 \`
  --resource-share-arn 'arn:aws:ram:1' \`
  --permission-arn 'a ''b' \`
  --no-replace
`,
  );
});

const session = {
  title: "Revoke *a* grant",
  note: "See the [guide](https://example.com).",
  versions: { playground: "0.9.0", edition: "2026-11" },
  settings: { "grant.replaces": true },
  steps: [
    {
      number: 1,
      title: "CreateGrant",
      account: "111122223333",
      accountName: "Vendor",
      region: "us-east-1",
      operation: "license-manager:CreateGrant",
      input: { GrantName: "```" },
      note: "It lacks members.",
      answer: { status: 400, errorType: "ValidationException", message: "1 validation error", body: '{"message":"1 validation error"}' },
      reason: "`ClientToken` is required, *always*.",
    },
    { number: 2, title: "The clock advances by 1 day" },
  ],
};

test("a transcript has the author, and each question before its answer", () => {
  const question = { ask: "What is **the answer**?", choices: ["`200`", "400"], right: 1, why: "It lacks a member." };
  const asking = { number: 1, title: "GetGrant", account: "111122223333", question, note: "A note.", answer: { status: 400, body: "" } };
  assert.equal(
    transcript({ title: "A lesson", author: "A *teacher*", versions: session.versions, settings: {}, steps: [asking] }),
    `# A lesson

By A \\*teacher\\*.

Grant Playground 0.9.0, API model of 2026-11.

## 1. GetGrant

As 111122223333.

Question: What is **the answer**?

1. \`200\`
2. 400

Response: **400**

Right answer: 400

It lacks a member.

A note.
`,
  );
});

test("a transcript", () => {
  assert.equal(
    transcript(session),
    `# Revoke \\*a\\* grant

See the [guide](https://example.com).

Grant Playground 0.9.0, API model of 2026-11.

Settings that differ from their defaults:

- \`grant.replaces\`: \`true\`

## 1. CreateGrant

It lacks members.

As Vendor (111122223333) in us-east-1.

\`\`\`\`json
{
  "GrantName": "\`\`\`"
}
\`\`\`\`

Response: **400 ValidationException**

\`\`\`
1 validation error
\`\`\`

Why: \`ClientToken\` is required, \\*always\\*.

\`\`\`json
{
  "message": "1 validation error"
}
\`\`\`

## 2. The clock advances by 1 day
`,
  );
});

test("a bug report", () => {
  const text = report(session);
  const headings = text.split("\n").filter((line) => line.startsWith("#"));
  assert.deepEqual(headings, [
    "# Bug report: Revoke \\*a\\* grant",
    "## What I expected",
    "## What happened",
    "## Versions",
    "## Settings that differ from their defaults",
    "## Steps",
    "### 1. CreateGrant (`license-manager:CreateGrant`)",
    "### 2. The clock advances by 1 day",
  ]);
  assert.match(text, /\n- Grant Playground: 0\.9\.0\n- API model: 2026-11\n/);
  assert.match(report({ ...session, settings: {} }), /defaults\n\nNone\.\n/);
});
