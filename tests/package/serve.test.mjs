// `grant-playground serve`: accounts, STS, the clock, the log, session files, and errors of its arguments.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CreateLicenseCommand, GetGrantCommand, LicenseManagerClient, ValidationException } from "@aws-sdk/client-license-manager";
import { folder, listPermissions, run, send, serve, sts } from "./endpoint.mjs";
import { license, play, signature } from "./support.mjs";

const read = async (path) => JSON.parse(await readFile(path, "utf8"));
const create = { as: "123456789012", operation: "license-manager:CreateLicense", input: { ...license, ClientToken: "one" } };

test("a key of twelve digits is an account, and other keys are the first account or the one that --account names", async (context) => {
  const { url } = await serve(context, "--account", "AKIAOTHER=444455556666", "--account", "123456789012=210987654321");
  const identify = async (key) => /<Account>(\d+)<\/Account>/.exec((await send(url, sts(key))).body)?.[1];
  assert.equal(await identify("444455556666"), "444455556666");
  assert.equal(await identify("AKIAEXAMPLE"), "111122223333");
  assert.equal(await identify("AKIAOTHER"), "444455556666");
  assert.equal(await identify("123456789012"), "210987654321");
  for (const [key, status] of [["AKIAEXAMPLE", 200], ["AKIAOTHER", 200], ["999988887777", 403]]) {
    assert.equal((await send(url, listPermissions(key))).status, status, key);
  }
  const scope = "AKIAOTHER%2F20231114%2Fus-east-1%2Fram%2Faws4_request";
  const path = `/listpermissions?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${scope}&X-Amz-Date=20231114T221320Z&X-Amz-Signature=0`;
  assert.equal((await send(url, { path, body: "{}" })).status, 200);
});

test("STS answers GetCallerIdentity and nothing else", async (context) => {
  const { url, logged } = await serve(context);
  const answer = await send(url, sts("123456789012"));
  assert.deepEqual([answer.status, answer.headers["content-type"]], [200, "text/xml"]);
  assert.match(answer.body, /^<GetCallerIdentityResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:root<\/Arn><UserId>123456789012<\/UserId><Account>123456789012<\/Account><\/GetCallerIdentityResult><ResponseMetadata><RequestId>[-0-9a-f]{36}<\/RequestId><\/ResponseMetadata><\/GetCallerIdentityResponse>$/);
  const code = async (request) => {
    const { status, body } = await send(url, request);
    return [status, /<Code>(\w+)<\/Code>/.exec(body)[1]];
  };
  assert.deepEqual(await code(sts("999988887777")), [403, "InvalidClientTokenId"]);
  assert.deepEqual(await code(sts("111122223333", "Action=%3CAssumeRole%3E")), [400, "InvalidAction"]);
  assert.deepEqual(await code(sts("111122223333", "")), [400, "InvalidAction"]);
  assert.deepEqual(await code({ headers: signature("111122223333", "us-east-1", "iam"), body: "Action=ListUsers" }), [400, "UnknownOperationException"]);
  await logged(/^2023-11-14T22:13:20Z 123456789012 sts:GetCallerIdentity 200$/m);
  await logged(/^  This endpoint simulates license-manager, ram and the action GetCallerIdentity of sts, not `iam`\.$/m);
});

test("an unmodified SDK client gets results and typed exceptions, and the log has the reason", async (context) => {
  const { url, logged } = await serve(context);
  const client = new LicenseManagerClient({ endpoint: url, region: "us-east-1", credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "any" } });
  const { LicenseArn } = await client.send(new CreateLicenseCommand({ ...license, ClientToken: "one" }));
  assert.match(LicenseArn, /^arn:aws:license-manager::111122223333:license:l-/);
  await assert.rejects(client.send(new GetGrantCommand({ GrantArn: "x" })), ValidationException);
  client.destroy();
  await logged(new RegExp(`^2023-11-14T22:13:20Z 111122223333 us-east-1 license-manager:CreateLicense 200\\n  Change: ${LicenseArn}`, "m"));
  await logged(/^2023-11-14T22:13:21Z 111122223333 us-east-1 license-manager:GetGrant 400 ValidationException\n  Message: .*\n  Rule: .* \(Model: .*\)\n  Remedy: Correct `GrantArn`/m);
});

test("--save writes the session after each call, and --session continues it", async (context) => {
  const file = join(await folder(context), "session.json");
  const first = await serve(context, "--save", file);
  assert.deepEqual((await read(file)).steps, []);
  const secret = { "x-amz-security-token": "secret", cookie: "secret" };
  await send(first.url, listPermissions("AKIAEXAMPLE", secret));
  await send(first.url, { ...listPermissions("AKIAEXAMPLE", secret), body: "{" });
  const text = await readFile(file, "utf8");
  assert.equal(play(text).length, 2);
  assert.ok(!text.includes("secret") && !text.includes("AKIAEXAMPLE"), text);
  assert.equal(await first.stop(), 0);
  const second = await serve(context, "--session", file, "--save", file);
  await send(second.url, listPermissions());
  const { steps } = await read(file);
  assert.deepEqual(steps[0], { as: "111122223333", region: "us-east-1", operation: "ram:ListPermissions", input: { maxResults: 1 } });
  assert.deepEqual([steps.length, steps[2]], [3, steps[0]]);
  const { code, error } = await run("serve", "--port", "0", "--save", file);
  assert.deepEqual([code, error], [2, `the file \`${file}\` exists; name a new file, or continue the session in it with \`--session ${file} --save ${file}\`\n`]);
});

test("--session starts with the state after its steps, with its accounts and its clock", async (context) => {
  const file = join(await folder(context), "session.json");
  await writeFile(file, JSON.stringify({ format: "grant-playground/1", world: { start: "2024-01-01T00:00:00Z", accounts: [{ id: "123456789012", name: "Owner" }], organizations: [] }, steps: [create] }));
  const { url, logged } = await serve(context, "--session", file);
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AWSLicenseManager.ListLicenses", ...signature("any", "us-east-1", "license-manager") };
  const { body } = await send(url, { headers, body: "{}" });
  assert.equal(JSON.parse(body).Licenses.length, 1);
  await logged(/^Accounts: 123456789012 \(Owner\)\.$/m);
  await logged(/^2024-01-01T00:00:01Z 123456789012 us-east-1 license-manager:ListLicenses 200$/m);
});

test("--clock real gives the session the time of this computer, and the session can be replayed", async (context) => {
  const path = await folder(context);
  const old = join(path, "old.json");
  await writeFile(old, JSON.stringify({ format: "grant-playground/1", steps: [create] }));
  for (const [name, ...more] of [["new.json"], ["old.json", "--session", old]]) {
    const file = join(path, name);
    const { url } = await serve(context, "--clock", "real", "--save", file, ...more);
    await send(url, listPermissions());
    await send(url, listPermissions());
    const { simulator } = play(await readFile(file, "utf8"));
    const behind = Date.now() - Date.parse(simulator.now);
    assert.ok(behind >= 0 && behind < 60_000, simulator.now);
  }
});

test("wrong arguments are explained", async (context) => {
  const path = await folder(context);
  const file = join(path, "session.json");
  await writeFile(file, "{}");
  const { port } = await serve(context);
  for (const [args, sentence] of [
    [["--port", "x"], "the port cannot be `x`; write a whole number from 0 to 65535, for example `--port 4646`"],
    [["--port", String(port)], `the port \`${port}\` is used by another program; choose another port, for example \`--port 0\``],
    [["--port"], "the option `--port` needs a value; `serve --help` describes them"],
    [["--prot", "5"], "there is no option `--prot`; the options are `--help`, `--port`, `--session`, `--save`, `--account`, `--clock`; `serve --help` describes them"],
    [["x.json"], "`serve` cannot use the argument `x.json`; to open a session file, write `--session x.json`"],
    [["--account", "a"], "the account cannot be `a`; write an access key ID and an account of twelve digits, for example `--account AKIAEXAMPLE=123456789012`"],
    [["--account", "a=999988887777"], "there is no account `999988887777`; the accounts are `111122223333`, `123456789012`, `210987654321`, `444455556666`"],
    [["--account", "a=111122223333", "--account", "a=123456789012"], "the access key ID `a` is given twice; name one account for each access key ID"],
    [["--clock", "moon"], "the clock cannot be `moon`; write `--clock session` or `--clock real`"],
    [["--session", join(path, "none")], `the file \`${join(path, "none")}\` cannot be read: there is no such file or folder; name a session file`],
    [["--session", path], `the file \`${path}\` cannot be read: it is a folder; name a session file`],
    [["--session", file], new RegExp(`^the session \`${file}\` cannot be run: this is not a session of the playground: `)],
    [["--port", "0", "--save", join(path, "a", "b")], `the file \`${join(path, "a", "b")}\` cannot be written: there is no such file or folder; name a file that can be written`],
    [["--port", "0", "--session", file, "--save", path], /^the session /],
    [["--port", "0", "--save", path], new RegExp(`^the file \`${path}\` exists; `)],
  ]) {
    const { code, out, error } = await run("serve", ...args);
    assert.deepEqual([code, out], [2, ""], args.join(" "));
    if (sentence instanceof RegExp) assert.match(error, sentence);
    else assert.equal(error, `${sentence}\n`);
  }
});

test("--help describes every option", async () => {
  const { code, out, error } = await run("serve", "--help");
  assert.deepEqual([code, error], [0, ""]);
  for (const option of ["--port", "--session", "--save", "--account", "--clock", "--help"]) assert.ok(out.includes(option), option);
  for (const args of [[], ["nothing"]]) {
    const { code, error } = await run(...args);
    assert.equal(code, 2);
    assert.match(error, /; the commands are `serve` and `check`, and `--help` describes them\n$/);
  }
  assert.match((await run("--help")).out, /grant-playground check FILES/);
  assert.match((await run("--version")).out, /^\d+\.\d+\.\d+\n$/);
});
