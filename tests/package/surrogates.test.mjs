// Lone surrogates in an argument become U+FFFD, as in JavaScript's own UTF-8 encoding.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Simulator, license, licenseManagerRequest, play, ramRequest } from "./support.mjs";

/** The kinds: alone, twice, in the wrong order, next to a pair. */
const LONE = ["\ud800", "a\udfffb", "\udc00\ud800", "\ud83d\ud83d\ude00", "\\\ud800"];
/** The text after JavaScript's UTF-8 encoding. */
const encoded = (text) => new TextDecoder().decode(new TextEncoder().encode(text));

/** The name of the vendor's account in the session. */
const accountName = (simulator) => JSON.parse(simulator.snapshot()).world.accounts["111122223333"].name;

const session = (name) => ({
  format: "grant-playground/1",
  title: name,
  world: { accounts: [{ id: "111122223333", name }] },
  steps: [
    { as: "111122223333", operation: "license-manager:CreateLicense", input: { ...license, LicenseName: name, ClientToken: "one" } },
    { request: { ...licenseManagerRequest("ListLicenses", {}), headers: { ...licenseManagerRequest("ListLicenses", {}).headers, [name]: name } } },
  ],
});

for (const lone of LONE) {
  const name = JSON.stringify(lone);

  test(`${name}: handle`, () => {
    const simulator = new Simulator();
    const body = JSON.stringify({ ...license, LicenseName: "NAME", ClientToken: "one" });
    // Raw, as in a text that `JSON.stringify` did not write.
    const raw = body.replace("NAME", () => lone.replaceAll("\\", "\\\\"));
    const created = simulator.handle(licenseManagerRequest("CreateLicense", raw, { headers: { [`x-${lone}`]: lone } }));
    assert.equal(created.status, 200, created.body);
    const listed = JSON.parse(simulator.handle(licenseManagerRequest("ListLicenses", {})).body);
    assert.equal(listed.Licenses[0].LicenseName, encoded(lone));
    const request = ramRequest("/listpermissions", {});
    for (const member of ["method", "url"]) {
      assert.equal(simulator.handle({ ...request, [member]: request[member] + lone }).status, 403, member);
    }
  });

  test(`${name}: the service reads an escape in a body`, () => {
    const input = { ...license, LicenseName: lone, ClientToken: "one" };
    const answer = new Simulator().handle(licenseManagerRequest("CreateLicense", input));
    assert.equal(JSON.parse(answer.body).__type, "SerializationException");
  });

  test(`${name}: play, object and text`, () => {
    const expected = play(session(encoded(lone)));
    assert.equal(expected[0].response.status, 200, expected[0].response.body);
    assert.equal(JSON.parse(expected[1].response.body).Licenses[0].LicenseName, encoded(lone));
    const { as, operation, input } = session(lone).steps[0];
    assert.deepEqual(play(session(lone)), expected);
    assert.deepEqual(play(JSON.stringify(session(lone))), expected);
    const raw = JSON.stringify(session("NAME")).replaceAll("NAME", () => lone.replaceAll("\\", "\\\\"));
    assert.deepEqual(play(raw), expected);
    // The `text` of a step is the exact body.
    const [answer] = play({ format: "grant-playground/1", steps: [{ as, operation, text: JSON.stringify(input) }] });
    assert.equal(JSON.parse(answer.response.body).__type, "SerializationException");
  });

  test(`${name}: options and changes`, () => {
    const simulator = new Simulator({ accounts: [{ id: "111122223333", name: lone }] });
    assert.equal(accountName(simulator), encoded(lone));
    simulator.intervene({ account: { id: "111122223333", name: `${lone}!` } });
    assert.equal(accountName(simulator), encoded(`${lone}!`));
    assert.throws(() => new Simulator({ [lone]: 1 }), (error) => error.message.startsWith(`there is no option \`${encoded(lone)}\``));
  });

  test(`${name}: restore`, () => {
    const simulator = new Simulator({ accounts: [{ id: "111122223333", name: "NAME" }] });
    const snapshot = simulator.snapshot();
    for (const text of [JSON.stringify(lone).slice(1, -1), lone.replaceAll("\\", "\\\\")]) {
      simulator.restore(snapshot.replace("NAME", () => text));
      assert.equal(accountName(simulator), encoded(lone));
    }
  });
}
