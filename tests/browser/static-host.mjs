// A static host of one folder, with the headers that README.md recommends: sends `.br` or `.gz` where it lies beside a file and the browser
// takes it, lets browsers cache files with a hash in their name, and lets them revalidate the others.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png",
};
const HASHED = /-[0-9a-f]{8,16}(_bg)?\.(js|css|wasm)$/;
const ENDINGS = { br: ".br", gzip: ".gz", identity: "" };

async function find(file, accepted) {
  for (const encoding of ["br", "gzip"].filter((encoding) => accepted.includes(encoding)).concat("identity")) {
    try {
      return [encoding, await readFile(file + ENDINGS[encoding])];
    } catch (error) {
      if (!["ENOENT", "EISDIR"].includes(error.code)) throw error;
    }
  }
  return [];
}

/** Serves the folder on a free port of this machine: gives the address, the paths of the files that were sent, and what ends it. */
export async function serve(folder) {
  const sent = [];
  const server = createServer(async ({ url, headers }, response) => {
    // Without `..`, which `URL` resolves.
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const [encoding, body] = await find(file, headers["accept-encoding"] ?? "");
    if (body === undefined) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    const caching = { "cache-control": HASHED.test(pathname) ? "public, max-age=31536000, immutable" : "no-cache", etag, vary: "accept-encoding" };
    if (headers["if-none-match"] === etag) return response.writeHead(304, caching).end();
    sent.push(pathname);
    return response.writeHead(200, { "content-type": type, "content-encoding": encoding, ...caching }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, sent, close };
}
