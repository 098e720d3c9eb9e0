// curl, raw HTTP, the CloudTrail-like event and Terraform: read back, they are the call.
import { hclLanguage } from "codemirror-lang-hcl";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { find } from "../../www/parts/copy/call.js";
import { copyAs } from "../../www/parts/copy.js";
import { generated, NASTY, PLACEHOLDERS } from "./inputs.mjs";

const calls = generated();

/** The members in a query string, as text. */
const query = (target) => Object.fromEntries(new URL(target, "https://host").searchParams);

const asText = (input) => Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]));

/** The text of a call that this format can express. */
function text(format, { name, call }) {
  const copy = copyAs(format, call);
  assert.equal(copy.problem, undefined, name);
  return copy.text;
}

/** Checks where a request goes and what it carries. */
function check(name, call, { method, host, target, headers, body }) {
  const operation = find(call.operation);
  assert.equal(method, operation.method, name);
  assert.equal(host, `${operation.service}.us-east-1.amazonaws.com`);
  assert.equal(target.split("?")[0], operation.path, name);
  assert.equal(headers["X-Amz-Target"], operation.service === "ram" ? undefined : `AWSLicenseManager.${operation.name}`);
  if (operation.location === "query") assert.deepEqual(query(target), asText(call.input), name);
  else assert.deepEqual(JSON.parse(body), call.input, name);
}

test("raw HTTP", () => {
  for (const { name, call } of calls) {
    const [head, ...rest] = text("http", { name, call }).split("\n\n");
    const [first, ...lines] = head.split("\n");
    const [method, target] = first.split(" ");
    const headers = Object.fromEntries(lines.map((line) => line.split(": ")));
    check(name, call, { method, host: headers.Host, target, headers, body: rest.join("\n\n") });
    assert.match(headers.Authorization, /Credential=111122223333\/20231114\/us-east-1\/(ram|license-manager)\/aws4_request/);
  }
});

test("curl, as bash reads it", () => {
  const script = calls.map((call) => text("curl", call)).join("\n");
  const curl = "curl() { printf '%s\\0' \"$@\"; printf '\\1\\0'; }\n";
  const bash = spawnSync("bash", { input: curl + script, encoding: "utf8", maxBuffer: 1e8, env: { ...process.env, AWS_SESSION_TOKEN: "$x" } });
  assert.equal(bash.stderr, "");
  const commands = bash.stdout.split("\0\u0001\0").slice(0, -1).map((words) => words.split("\0"));
  assert.equal(commands.length, calls.length);
  commands.forEach(([url, ...words], place) => {
    const { name, call } = calls[place];
    const values = (option) => words.filter((_, at) => words[at - 1] === option);
    const headers = Object.fromEntries(values("--header").map((line) => line.split(": ")));
    const [body] = values("--data-raw");
    const method = values("--request")[0] ?? (body === undefined ? "GET" : "POST");
    const { host, pathname, search } = new URL(url);
    check(name, call, { method, host, target: pathname + search, headers, body });
    assert.deepEqual(values("--aws-sigv4"), [`aws:amz:us-east-1:${find(call.operation).service}`]);
    assert.equal(headers["X-Amz-Security-Token"], "$x");
  });
});

test("the CloudTrail-like event", () => {
  const upper = (value, shape) => {
    if (shape.type === "list") return value.map((item) => upper(item, shape.element));
    if (shape.type !== "structure") return value;
    const member = (name) => Object.keys(shape.members).find((known) => known.toLowerCase() === name.toLowerCase());
    return Object.fromEntries(Object.entries(value ?? {}).map(([name, item]) => [member(name), upper(item, shape.members[member(name)].shape)]));
  };
  for (const { name, call } of calls) {
    const event = JSON.parse(text("cloudtrail", { name, call }));
    assert.equal(`${event.eventSource.split(".")[0]}:${event.eventName}`, call.operation);
    assert.deepEqual([event.awsRegion, event.recipientAccountId], [call.region, call.account]);
    assert.deepEqual(upper(event.requestParameters, find(call.operation).input), call.input, name);
    const names = JSON.stringify(event.requestParameters).matchAll(/"([A-Za-z]+)":/g);
    if (!name.includes("nasty")) for (const [, member] of names) assert.match(member, /^[a-z]/);
  }
});

/** The strings in a Terraform text. The text has no errors. */
function strings(source) {
  const found = [];
  hclLanguage.parser.parse(source).iterate({
    enter({ name, type, from, to }) {
      assert.ok(!type.isError, source);
      if (name === "StringLit" || name === "QuotedTemplate") found.push(meaning(source.slice(from + 1, to - 1)));
    },
  });
  return found;
}

/** The text that a string in Terraform means. */
function meaning(inside) {
  assert.doesNotMatch(inside.replace(/[$%]{2}\{/g, ""), /[$%]\{/, "a template");
  return inside.replace(/([$%])\1\{|\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(["\\nrt]))/g, (_, sign, short, long, letter) => {
    if (sign) return `${sign}{`;
    return letter ? ({ n: "\n", r: "\r", t: "\t" }[letter] ?? letter) : String.fromCodePoint(Number.parseInt(short ?? long, 16));
  });
}

const terraform = (operation, input) => copyAs("terraform", { operation, account: "111122223333", region: "us-east-1", input });

test("Terraform: nasty texts", () => {
  for (const nasty of [...NASTY, ...PLACEHOLDERS]) {
    const permission = { name: nasty, resourceType: "a:b", policyTemplate: nasty, tags: [{ key: nasty, value: nasty }], clientToken: "token" };
    const { text } = terraform("ram:CreatePermission", permission);
    assert.deepEqual(strings(text), ["aws_ram_permission", "permission", "us-east-1", nasty, "a:b", nasty, nasty, nasty]);
    const grant = { GrantName: nasty, LicenseArn: nasty, Principals: [nasty], HomeRegion: "us-east-1", AllowedOperations: ["CreateGrant"] };
    const granted = strings(terraform("license-manager:CreateGrant", grant).text);
    assert.deepEqual(granted, ["aws_licensemanager_grant", "grant", "us-east-1", nasty, nasty, nasty, "CreateGrant"]);
  }
});

test("Terraform: what the generated inputs give", () => {
  const texts = calls.map(({ call }) => copyAs("terraform", call).text).filter(Boolean);
  assert.ok(texts.length >= 18);
  texts.forEach(strings);
});

test("Terraform: a share with its associations", () => {
  const input = { name: "team", principals: ["222233334444", "333344445555"], resourceArns: ["arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"] };
  assert.equal(
    terraform("ram:CreateResourceShare", { ...input, tags: [{ key: "team", value: "blue" }] }).text,
    `# Account 111122223333
resource "aws_ram_resource_share" "share" {
  region                    = "us-east-1"
  name                      = "team"
  allow_external_principals = true
  tags = {
    "team" = "blue"
  }
}

resource "aws_ram_principal_association" "principal_1" {
  region             = "us-east-1"
  resource_share_arn = aws_ram_resource_share.share.arn
  principal          = "222233334444"
}

resource "aws_ram_principal_association" "principal_2" {
  region             = "us-east-1"
  resource_share_arn = aws_ram_resource_share.share.arn
  principal          = "333344445555"
}

resource "aws_ram_resource_association" "resource" {
  region             = "us-east-1"
  resource_share_arn = aws_ram_resource_share.share.arn
  resource_arn       = "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"
}
`,
  );
});
