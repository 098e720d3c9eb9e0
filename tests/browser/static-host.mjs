// A static host of one folder: sends `.br` or `.gz` where it lies beside a file and the browser takes it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
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

/** Serves the folder on a free port of this machine: gives the address, and what ends it. */
export async function serve(folder) {
  const server = createServer(async ({ url, headers }, response) => {
    // Without `..`, which `URL` resolves.
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const [encoding, body] = await find(file, headers["accept-encoding"] ?? "");
    if (body === undefined) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return response.writeHead(200, { "content-type": type, "content-encoding": encoding, vary: "accept-encoding" }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}
