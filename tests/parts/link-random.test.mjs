// Hostile links: whatever a fragment is, the page is asked for one of its actions, or the visitor gets a sentence. `SEED=…` repeats a run.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { deflateRawSync } from "node:zlib";
import { decode, encode } from "../../www/parts/link/link.js";
import { light } from "../../www/parts/link/light.js";
import { generator, seed } from "./random.mjs";

const fixtures = JSON.parse(readFileSync(new URL("./links.json", import.meta.url), "utf8")).map(({ fragment }) => fragment);
const ALPHABET = [..."#&=.%-_+/ABCabc019<>\"'`\\ \u0000\u{e9}\u{1f980}\ud800", "session=", "request=1.", "__proto__=", "constructor=1.", "step=", "pane=", "tab=", "%ff", "%00"];
const random = generator(seed);
const any = (list) => list[random(list.length)];

/** The fragment of any bytes. */
const packed = (bytes, kind = "session") => `#${kind}=1.${Buffer.from(bytes).toString("base64url")}`;

/** Checks what becomes of a fragment. */
async function check(fragment) {
  let ask;
  try {
    ask = await decode(fragment);
  } catch (error) {
    assert.match(error.message, /^The link [^`<>]*\.$/, fragment.slice(0, 200));
    return;
  }
  if (ask === undefined) return;
  assert.equal(Object.getPrototypeOf(ask), Object.prototype);
  const { do: what, ...members } = ask;
  const allowed = { open: ["session", "point", "pane", "tab"], steps: ["draft", "pane", "tab"], example: ["name", "pane", "tab"], operation: ["name", "pane", "tab"] }[what];
  assert.ok(allowed, what);
  for (const [name, value] of Object.entries(members)) {
    assert.ok(allowed.includes(name), name);
    assert.equal(typeof value, name === "point" ? "number" : "string");
  }
  if (what === "open") assert.equal(JSON.parse(members.session).format, "grant-playground/1");
  if (what === "steps") assert.equal(typeof JSON.parse(members.draft).operation, "string");
}

test(`damaged fragments, seed ${seed}`, async () => {
  for (let round = 0; round < 1500; round += 1) {
    const letters = [...any(fixtures)];
    for (let change = 0; change <= random(5); change += 1) letters.splice(random(letters.length), random(4), any(ALPHABET));
    await check(letters.slice(0, 1 + random(letters.length)).join(""));
    await check(letters.join(""));
  }
});

test(`flipped bits of compressed sessions, seed ${seed}`, async () => {
  const session = { format: "grant-playground/1", steps: Array.from({ length: 20 }, (_, step) => ({ as: "111122223333", operation: "ram:ListPermissions", input: { maxResults: step } })) };
  const whole = deflateRawSync(JSON.stringify(session));
  for (let round = 0; round < 1500; round += 1) {
    const bytes = Buffer.from(whole);
    for (let flip = 0; flip <= random(3); flip += 1) bytes[random(bytes.length)] ^= 1 << random(8);
    await check(packed(bytes, any(["session", "request"])));
    await check(packed(bytes.subarray(0, random(bytes.length)), any(["session", "request"])));
    await check(packed(Buffer.concat([bytes, Buffer.from([random(256), random(256)])])));
  }
});

test(`random bytes, seed ${seed}`, async () => {
  for (let round = 0; round < 1000; round += 1) await check(packed(Uint8Array.from({ length: random(300) }, () => random(256)), any(["session", "request"])));
});

test("a link of some kilobytes that inflates to gigabytes stops at a megabyte", async () => {
  // Zeros, packed: each level shrinks by a thousand.
  const zeros = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  assert.ok(zeros.length < 100_000);
  const before = process.memoryUsage().arrayBuffers;
  for (let round = 0; round < 5; round += 1) await assert.rejects(decode(packed(zeros)), /^Error: The link holds more than 1 MB/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 64 * 1024 * 1024);
});

test("names of the prototype are only names", async () => {
  const text = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"format":"grant-playground/1","world":{"__proto__":{"seed":7},"settings":{"toString":1,"__proto__":{"acceptAgain":true}}},"steps":[]}';
  const { session } = await decode(packed(deflateRawSync(text)));
  assert.equal(session, text);
  assert.deepEqual(JSON.parse(JSON.stringify(light(JSON.parse(text)).world)), JSON.parse('{"__proto__":{"seed":7},"settings":{"toString":1,"__proto__":{"acceptAgain":true}}}'));
  assert.equal({}.polluted, undefined);
  assert.equal({}.seed, undefined);
  for (const fragment of ["#__proto__=1", "#constructor=1.AAAA", "#session", "#=session", "#session=1.AAAA&session=2.AAAA", "#hasOwnProperty=&request"]) await check(fragment);
  assert.equal((await encode("session", JSON.parse(text))).startsWith("#session=1."), true);
});
