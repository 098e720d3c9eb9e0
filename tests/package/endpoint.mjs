// The commands of the package, as a user starts them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { address, signature } from "./support.mjs";

const command = fileURLToPath(new URL("cli.js", address));

/** Runs a command to its end: `{ code, out, error }`. */
export async function run(...args) {
  const child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const texts = [child.stdout, child.stderr].map(async (stream) => {
    let text = "";
    for await (const chunk of stream.setEncoding("utf8")) text += chunk;
    return text;
  });
  const [[code], out, error] = await Promise.all([once(child, "close"), ...texts]);
  return { code, out, error };
}

/** A folder that is deleted after the test. */
export async function folder(context) {
  const path = await mkdtemp(join(tmpdir(), "grant-playground-"));
  context.after(() => rm(path, { recursive: true }));
  return path;
}

/** Starts `serve` on a free port until the end of the test: `{ url, port, logged, stop }`. `logged` waits until the log matches. */
export async function serve(context, ...args) {
  const child = spawn(process.execPath, [command, "serve", "--port", "0", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  const logged = async (pattern) => {
    while (!pattern.test(text)) {
      const ended = once(child.stdout, "data", { signal: AbortSignal.timeout(10_000) }).then(() => false, () => true);
      if (await Promise.race([ended, closed.then(() => true)])) throw new Error(`the log does not match ${pattern}: ${text}`);
    }
    return text;
  };
  const stop = async () => {
    child.kill("SIGTERM");
    return (await closed)[0];
  };
  context.after(stop);
  await logged(/^Listening on .*\n(.*\n)*An access key ID of twelve digits .*\n/);
  const [, url, port] = /^Listening on (http:\/\/127\.0\.0\.1:(\d+))\./.exec(text);
  return { url, port: Number(port), logged, stop };
}

/** Sends a request and returns `{ status, headers, body }`. Unlike `fetch`, it sends every header. */
export function send(url, { method = "POST", path = "/", headers = {}, body = "" } = {}) {
  return new Promise((resolve, reject) => {
    const outgoing = request(url + path, { method, headers, agent: false }, async (response) => {
      let text = "";
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      resolve({ status: response.statusCode, headers: response.headers, body: text });
    });
    outgoing.on("error", reject).end(body);
  });
}

/** Sends bytes, and returns the text that comes back before the connection is closed. */
export async function sendBytes(port, bytes) {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  let text = "";
  socket.on("data", (chunk) => (text += chunk)).on("error", () => {});
  socket.end(bytes);
  await once(socket, "close");
  return text;
}

/** A request to RAM's ListPermissions by the owner of an access key ID. */
export function listPermissions(key = "111122223333", headers = {}) {
  return { path: "/listpermissions", headers: { "content-type": "application/json", ...signature(key, "us-east-1", "ram"), ...headers }, body: '{"maxResults":1}' };
}

/** A request to STS by the owner of an access key ID. */
export function sts(key, body = "Action=GetCallerIdentity&Version=2011-06-15") {
  const authorization = key === undefined ? {} : signature(key, "us-east-1", "sts");
  return { headers: { "content-type": "application/x-www-form-urlencoded", ...authorization }, body };
}
