// `grant-playground serve` with hostile requests: it refuses foreign pages, limits what it reads, and continues to answer.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { connect } from "node:net";
import { test } from "node:test";
import { folder, listPermissions, send, sendBytes, serve, sts } from "./endpoint.mjs";

async function assertAnswers(url) {
  assert.equal((await send(url, listPermissions())).status, 200);
}

test("a foreign Host or Origin is refused, and a local one is not", async (context) => {
  const { url, port, logged } = await serve(context);
  const status = async (headers, request = listPermissions()) => (await send(url, { ...request, headers: { ...request.headers, ...headers } })).status;
  for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "localhost.evil.example", "evil.example#127.0.0.1", "127.0.0.1@evil.example", "0.0.0.0", "169.254.169.254", " "]) {
    assert.equal(await status({ host }), 403, host);
    assert.equal(await status({ host }, sts("111122223333")), 403, host);
  }
  for (const origin of ["http://evil.example", "https://localhost.evil.example", "null", "file://", "http://localhost@evil.example", "http://127.0.0.1.evil.example:80", ""]) {
    assert.equal(await status({ origin }), 403, origin);
  }
  assert.equal(await status({ "sec-fetch-site": "cross-site" }), 403);
  for (const headers of [{ host: "localhost" }, { host: `LOCALHOST:${port}` }, { host: "[::1]:80" }, { origin: "http://localhost:3000" }, { origin: `http://127.0.0.1:${port}` }, { "sec-fetch-site": "same-origin" }]) {
    assert.equal(await status(headers), 200, JSON.stringify(headers));
  }
  const { body, headers } = await send(url, { ...listPermissions(), headers: { host: "evil.example" } });
  assert.deepEqual(JSON.parse(body), { __type: "AccessDeniedException", message: "The Host `evil.example` is refused. Send requests to 127.0.0.1 or localhost." });
  assert.equal(headers["access-control-allow-origin"], undefined, "no page can read the refusal");
  await logged(/^  The Origin `http:\/\/evil\.example` is refused\. /m);
});

test("a refused request does not reach the simulator", async (context) => {
  const { url, logged } = await serve(context);
  await send(url, listPermissions("111122223333", { origin: "http://evil.example" }));
  await assertAnswers(url);
  await logged(/^2023-11-14T22:13:20Z 111122223333 us-east-1 ram:ListPermissions 200$/m);
});

test("the endpoint listens on the loopback interface only", async (context) => {
  const { port } = await serve(context);
  const others = Object.values(networkInterfaces()).flat().filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of others) {
    const refused = await new Promise((resolve) => connect(port, address).on("connect", () => resolve(false)).on("error", () => resolve(true)));
    assert.ok(refused, address);
  }
});

test("a long body is refused without being kept", async (context) => {
  const { url, port } = await serve(context);
  const long = "a".repeat(8 * 1_048_576);
  const answer = await send(url, { ...listPermissions(), body: long });
  assert.deepEqual([answer.status, JSON.parse(answer.body).message], [413, "The body is too long. Send at most 1048576 bytes."]);
  const chunked = listPermissions("111122223333", { "transfer-encoding": "chunked" });
  assert.equal((await send(url, { ...chunked, body: long })).status, 413);
  // The service has its own, lower limit.
  assert.equal((await send(url, { ...listPermissions(), body: "a".repeat(1_048_576) })).status, 413);
  assert.match(await sendBytes(port, `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nabc`), /^HTTP\/1\.1 413 /);
  await assertAnswers(url);
});

test("malformed requests do not end the endpoint", async (context) => {
  const { url, port } = await serve(context);
  const head = "Host: localhost\r\nConnection: close\r\n";
  for (const bytes of [
    "",
    "\r\n\r\n",
    "GET\r\n\r\n",
    "\u0000\u0001\u0002",
    "GET / HTTP/9.9\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.0\r\n\r\n",
    `GET http://evil.example/ HTTP/1.1\r\n${head}\r\n`,
    `OPTIONS * HTTP/1.1\r\n${head}\r\n`,
    `CONNECT evil.example:443 HTTP/1.1\r\n${head}\r\n`,
    `GET / HTTP/1.1\r\n${head}Upgrade: websocket\r\n\r\n`,
    `BREW / HTTP/1.1\r\n${head}\r\n`,
    `POST / HTTP/1.1\r\n${head}Content-Length: -1\r\n\r\n`,
    `POST / HTTP/1.1\r\n${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST / HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    `POST / HTTP/1.1\r\n${head}Content-Length: 100\r\n\r\nshort`,
    `POST / HTTP/1.1\r\n${head}Expect: nonsense\r\n\r\n`,
    `POST / HTTP/1.1\r\n${head}X: ${"a".repeat(100_000)}\r\n\r\n`,
    `POST /${"a".repeat(10_000)} HTTP/1.1\r\n${head}\r\n`,
    `HEAD / HTTP/1.1\r\n${head}\r\n`,
    Buffer.from(`POST / HTTP/1.1\r\n${head}Authorization: Credential=\xff/\xff/\xff/ram/\r\nContent-Length: 2\r\n\r\n\xff\xff`, "latin1"),
  ]) {
    assert.doesNotMatch(await sendBytes(port, bytes), /^HTTP\/1\.1 (2|3|500)/, String(bytes).slice(0, 60));
  }
  await assertAnswers(url);
});

test("nonsense in every part of a request gets a response", async (context) => {
  const { url, logged } = await serve(context);
  const parts = ["", "/", "=", "Credential=", "AWS4-HMAC-SHA256 Credential=//////ram//", `Credential=${"a/".repeat(4_000)}`, "Credential=a/b/c/__proto__/d", "Credential=$&/b/c/ram/d", "\u00ff", "%", "${x}"];
  for (const part of parts) {
    const { headers } = listPermissions();
    for (const name of ["authorization", "x-amz-date", "content-type", "x-amz-target", "x-playground-fault", "x-amz-content-sha256"]) {
      const { status } = await send(url, { ...listPermissions(), headers: { ...headers, [name]: part } });
      assert.ok(status >= 200 && status <= 500 && status !== 413, `${name}: ${part}: ${status}`);
    }
    for (const path of [`/${encodeURI(part)}`, `/listpermissions?X-Amz-Credential=${encodeURIComponent(part)}`, "/../../etc/passwd", "/%00", "//evil.example/"]) {
      const { status } = await send(url, { ...listPermissions(), path });
      assert.ok(status >= 200 && status < 500, `${path}: ${status}`);
    }
  }
  const { status } = await send(url, { ...listPermissions(), body: '{"nextToken":"\\u001b[2J\\u202e"}' });
  assert.ok(status < 500);
  await send(url, sts("444455556666"));
  const log = await logged(/ 444455556666 sts:GetCallerIdentity 200\n$/);
  assert.doesNotMatch(log, /[\u0000-\u0009\u000b-\u001f\u202e]/, "the log cannot control a terminal");
  assert.doesNotMatch(log, /^\S+ POST http\S+ 500$/m);
  await assertAnswers(url);
});

test("a client that goes away does not end the endpoint", async (context) => {
  const { url, port } = await serve(context);
  await Promise.all(Array.from({ length: 20 }, () => new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc", () => socket.destroy()));
    socket.on("close", resolve).on("error", () => {});
  })));
  await assertAnswers(url);
});

test("a session file that cannot be written is reported, and the endpoint goes on", async (context) => {
  const path = await folder(context);
  const file = join(path, "session.json");
  const { url } = await serve(context, "--save", file);
  const { rm, mkdir } = await import("node:fs/promises");
  await rm(file);
  await mkdir(file);
  await assertAnswers(url);
  await rm(file, { recursive: true });
  writeFileSync(file, "");
  await assertAnswers(url);
});
