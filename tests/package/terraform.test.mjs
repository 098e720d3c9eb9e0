// The requests of the Terraform AWS provider, in the order in which apply, refresh and destroy send them, to `grant-playground serve`.
// The provider is not run: `terraform-requests.json` has its requests and what it does with the responses.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { send, serve } from "./endpoint.mjs";
import { license, licenseManagerRequest, ramRequest } from "./support.mjs";

const { headers, configuration, finders, resources } = JSON.parse(await readFile(new URL("terraform-requests.json", import.meta.url), "utf8"));

/** How often a waiter asks before it gives up. The provider asks for minutes. */
const ATTEMPTS = 10;

/** The value at a path such as `permissions.0.arn`. */
const at = (value, path) => path.split(".").reduce((inner, key) => inner?.[key], value);

/** One run of Terraform: its configuration and state, and the endpoint that it uses. */
class Terraform {
  #url;
  #unique = 0;

  constructor(url, values) {
    this.#url = url;
    this.values = { ...configuration, shareName: "network", newShareName: "renamed", ...values };
  }

  /** Runs the provider's functions of this name for these resources, one resource after the other. */
  async run(name, ...types) {
    for (const type of types) {
      for (const step of resources[type][name]) {
        if (step.onlyFor === "organization" && /^\d{12}$/.test(this.values.principal)) continue;
        await (step.find ? this.#findStep(step, `${type} ${name}`) : this.#requestStep(step, `${type} ${name}`));
      }
    }
  }

  /** Whether the provider finds the resource. If not, refresh removes the resource from the state. */
  async finds(finder) {
    return (await this.#find(finder)) !== undefined;
  }

  /** The error code of the response to a step, or `undefined`. */
  async refusal({ request, caller }) {
    return (await this.#send(request, caller)).error;
  }

  /** Replaces every `${name}` in a value. */
  #fill(value) {
    if (typeof value === "string") return value.replace(/\$\{(\w+)\}/g, (_, name) => this.#value(name));
    if (Array.isArray(value)) return value.map((item) => this.#fill(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#fill(item)]));
  }

  #value(name) {
    if (name === "uniqueId") return `terraform-202311142213200000${(++this.#unique).toString(16).padStart(8, "0")}`;
    assert.ok(this.values[name] !== undefined, `there is no value for ${name} yet`);
    return this.values[name];
  }

  async #send(request, caller = "${owner}") {
    const { service, target, method = "POST", path = "/", query, body = "" } = this.#fill(request);
    const scope = `${this.#fill(caller)}/20231114/${configuration.region}/${service}/aws4_request`;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const { "content-type": type } = headers[service];
    const { status, headers: answered, body: answer } = await send(this.#url, {
      method,
      path: query ? `${path}?${new URLSearchParams(query)}` : path,
      headers: {
        ...headers.all,
        // The SDK for Go names the API at the end of the user agent.
        "user-agent": `${headers.all["user-agent"]} api/${service.replace("-", "")}#1.0.0`,
        ...(text && { "content-type": type, "content-length": Buffer.byteLength(text) }),
        ...(target && { "x-amz-target": target }),
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${headers.signed}${target ? ";x-amz-target" : ""}, Signature=${"0".repeat(64)}`,
      },
      body: text,
    });
    if (service === "sts") return { status, output: {} };
    const output = JSON.parse(answer);
    // The SDK for Go takes the error's code from the header, or from the body's `__type`.
    const error = status === 200 ? undefined : (answered["x-amzn-errortype"] ?? output.__type).replace(/^.*#|:.*$/g, "");
    return { status, output, error };
  }

  async #requestStep({ request, caller, save = {}, ignoredErrors = [] }, where) {
    const { output, error } = await this.#send(request, caller);
    if (ignoredErrors.includes(error)) return;
    assert.equal(error, undefined, `${where}: ${request.target ?? request.path}: ${output.Message ?? output.message}`);
    this.#save(output, save, where);
  }

  #save(output, save, where) {
    for (const [name, path] of Object.entries(save)) {
      this.values[name] = at(output, path);
      assert.ok(this.values[name] !== undefined, `${where}: the response has no ${path}`);
    }
  }

  /** The resource, or `undefined` where the provider's finder returns its `NotFoundError`. */
  async #find(name) {
    const { request, caller, found, status, only, notFound } = finders[name];
    const { output, error } = await this.#send(request, caller);
    if (notFound.errors.includes(error)) return undefined;
    assert.equal(error, undefined, `${name}: the provider fails with this error`);
    const all = [at(output, found)].flat().filter((item) => item !== undefined && (!only || only.includes(item[status])));
    assert.ok(all.length < 2, `${name}: the provider fails with more than one result`);
    return all.find((item) => !notFound.statuses.includes(item[status]));
  }

  async #findStep({ find, pending, target, absent, attributes, save = {} }, where) {
    const { status } = finders[find];
    let item = await this.#find(find);
    if (pending) {
      for (let attempt = 1; item && item[status] !== target && attempt < ATTEMPTS; attempt += 1) {
        assert.ok(pending.includes(item[status]), `${where}: the waiter fails with the unexpected status ${item[status]}`);
        item = await this.#find(find);
      }
      assert.equal(item?.[status], target ?? undefined, `${where}: the waiter ends`);
    } else {
      assert.equal(item === undefined, absent === true, `${where}: ${find} is ${item ? "found" : "not found"}`);
    }
    for (const [member, value] of Object.entries(this.#fill(attributes ?? {}))) assert.deepEqual(item[member], value, `${where}: ${member}`);
    if (item) this.#save(item, save, where);
  }
}

/** A run of Terraform against a new endpoint. */
async function terraform(context, values) {
  const { url, logged } = await serve(context);
  const run = new Terraform(url, values);
  await run.run("read", "provider");
  return { run, url, logged };
}

/** A run of Terraform after its owner created a license, which the provider cannot create. */
async function withLicense(context) {
  const { run, url, logged } = await terraform(context);
  const { url: address, ...request } = licenseManagerRequest("CreateLicense", { ...license, ClientToken: "license" });
  const { status, body } = await send(url, { ...request, path: new URL(address).pathname });
  assert.equal(status, 200, body);
  run.values.licenseArn = JSON.parse(body).LicenseArn;
  return { run, logged };
}

test("each fixture names its source in the provider", () => {
  for (const [name, { source, fromMemory }] of [...Object.entries(finders), ...Object.entries(resources)]) {
    assert.ok(fromMemory || /^internal\/service\/(ram|licensemanager)\/\w+\.go\b/.test(source), name);
  }
});

const GRANTS = ["aws_licensemanager_grant", "aws_licensemanager_grant_accepter"];

test("Terraform applies and refreshes a grant and its accepter", async (context) => {
  const { run, logged } = await withLicense(context);
  await run.run("create", ...GRANTS);
  await run.run("read", ...GRANTS);
  await logged(/^\S+ 111122223333 sts:GetCallerIdentity 200$/m);
  await logged(/^\S+ 444455556666 us-east-1 license-manager:AcceptGrant 200$/m);
});

test("Terraform destroys an accepter: the grant is rejected, and both are removed from the state", async (context) => {
  const { run } = await withLicense(context);
  await run.run("create", ...GRANTS);
  await run.run("read", ...GRANTS);
  await run.run("delete", "aws_licensemanager_grant_accepter");
  assert.deepEqual([await run.finds("receivedGrant"), await run.finds("grant")], [false, false]);
});

test("Terraform renames and destroys a grant that nobody accepted", async (context) => {
  const { run } = await withLicense(context);
  await run.run("create", "aws_licensemanager_grant");
  await run.run("update", "aws_licensemanager_grant");
  await run.run("deleteBeforeSdk2", "aws_licensemanager_grant");
  assert.equal(await run.finds("grant"), false);
});

test("Terraform cannot destroy a grant with the word `version` as its version, as the provider with the SDK for Go v2 sends it", async (context) => {
  const { run, logged } = await withLicense(context);
  await run.run("create", "aws_licensemanager_grant");
  assert.equal(await run.refusal(resources.aws_licensemanager_grant.delete[0]), "ValidationException");
  await logged(/^  Message: A grant cannot be deleted since the version provided doesn't match the latest version 1 in our records$/m);
  assert.equal(await run.finds("grant"), true);
});

test("an unknown grant: GetGrant does not declare the error that the provider takes for `not found`", async (context) => {
  const { run } = await withLicense(context);
  run.values.grantArn = `arn:aws:license-manager::111122223333:grant:g-${"0".repeat(32)}`;
  assert.equal(await run.refusal(finders.grant), "InvalidParameterValueException");
  assert.equal(await run.finds("receivedGrant"), false);
});

const SHARES = ["aws_ram_permission", "aws_ram_resource_share", "aws_ram_principal_association", "aws_ram_resource_association"];

/** Applies, refreshes and destroys a share with all that it has. */
async function shareLife(run) {
  await run.run("create", ...SHARES);
  await run.run("read", ...SHARES, "data.aws_ram_resource_share");
  assert.deepEqual([run.values.sharePermission, run.values.listedResource], [run.values.permissionArn, run.values.resourceArn]);
  await run.run("update", "aws_ram_permission", "aws_ram_resource_share");
  assert.equal(run.values.permissionVersion, "2");
  await run.run("delete", ...SHARES.toReversed());
  for (const finder of ["permission", "share", "principal", "resource"]) assert.equal(await run.finds(finder), false, finder);
}

test("Terraform applies, refreshes, changes and destroys a share with an account, which is invited, twice", async (context) => {
  const { run } = await terraform(context, { principal: configuration.account });
  await shareLife(run);
  await shareLife(run);
});

test("Terraform waits until a share with an organization is associated, and destroys it", async (context) => {
  const owner = "123456789012";
  const { run, url } = await terraform(context, {
    owner,
    principal: `arn:aws:organizations::${owner}:organization/o-exampleorg1`,
    resourceArn: configuration.resourceArn.replace(configuration.owner, owner),
  });
  const { url: address, ...request } = ramRequest("/enablesharingwithawsorganization", {}, { account: owner });
  assert.equal((await send(url, { ...request, path: new URL(address).pathname })).status, 200);
  await shareLife(run);
});

test("Terraform's associations can be replaced, and what is gone is removed from the state or deleted without an error", async (context) => {
  const { run } = await terraform(context, { principal: configuration.account });
  await run.run("create", ...SHARES);
  for (const association of SHARES.slice(2)) {
    await run.run("delete", association);
    await run.run("create", association);
  }
  run.values.shareArn = `arn:aws:ram:us-east-1:111122223333:resource-share/${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}`;
  run.values.permissionArn += "-other";
  for (const finder of ["permission", "share", "principal", "resource"]) assert.equal(await run.finds(finder), false, finder);
  await run.run("delete", ...SHARES);
});
