// The copied JavaScript runs with the unmodified AWS SDK: what the SDK sends is the input.
import * as licenseManager from "@aws-sdk/client-license-manager";
import * as ram from "@aws-sdk/client-ram";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { copyAs } from "../../www/parts/copy.js";
import { generated, KINDS } from "./inputs.mjs";

const folder = mkdtempSync(join(tmpdir(), "copied-"));
const sent = [];

before(() => {
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "111122223333", AWS_SECRET_ACCESS_KEY: "any" });
  intercept(licenseManager.LicenseManagerClient);
  intercept(ram.RAMClient);
});

after(() => rmSync(folder, { recursive: true }));

/** Makes the clients of this class give their requests to the test. */
function intercept(Client) {
  const { send } = Client.prototype;
  Client.prototype.send = function (command) {
    this.config.requestHandler = {
      async handle(request) {
        sent.push(request);
        return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") } };
      },
    };
    return send.call(this, command);
  };
}

/** The operations that this version of the SDK does not have. */
const isKnown = ({ operation }) => {
  const [service, name] = operation.split(":");
  return `${name}Command` in (service === "ram" ? ram : licenseManager);
};

/** Members that are newer than this version of the SDK, which does not send them in some operations. */
const NEWER = ["permissionTemplateParameters", "permissionStatus", "resourceOwner", "resourceShareArn"];

/** What an SDK that leaves those members out sends. */
const expected = (input, body) => Object.fromEntries(Object.entries(input).filter(([name]) => name in body || !NEWER.includes(name)));

/** The input that a request carries. In a query string everything is text. */
function carried({ method, body, query }) {
  return method === "DELETE" || (query && Object.keys(query).length) ? query : JSON.parse(body || "{}");
}

const asText = (input) => Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]));

/** Runs a copied text, without what it prints. */
async function run(context, name, text) {
  const file = join(folder, `${name.replace(/[^\w]+/g, "-")}.mjs`);
  writeFileSync(file, text);
  const { log } = console;
  const printing = context.mock.method(console, "log", (first, ...more) => first?.$metadata || log(first, ...more));
  await import(pathToFileURL(file));
  printing.mock.restore();
}

const calls = generated({ omit: ["exclusiveAccountAccess"] }).filter(({ call }) => isKnown(call));

for (const kind of KINDS) {
  test(`${kind} inputs of every operation`, async (context) => {
    for (const { name, call } of calls.filter((call) => call.kind === kind)) {
      sent.length = 0;
      await run(context, name, copyAs("javascript", call).text);
      assert.equal(sent.length, 1, name);
      const input = carried(sent[0]);
      const isQuery = input === sent[0].query;
      assert.deepEqual(input, expected(isQuery ? asText(call.input) : call.input, input), name);
      assert.equal(sent[0].hostname, `${call.operation.split(":")[0]}.us-east-1.amazonaws.com`);
    }
  });
}
