// The installed package: with `import` and `require` in Node, and in bundles of esbuild, Vite and webpack.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { build as esbuild } from "esbuild";
import { createServer, build as vite } from "vite";
import webpack from "webpack";
import { folder } from "./endpoint.mjs";
import { address } from "./support.mjs";

const SESSION = '{ format: "grant-playground/1", steps: [{ as: "111122223333", operation: "ram:ListPermissions" }] }';
const USE = `const { simulator } = play(${SESSION}); console.log(simulator.now, typeof Simulator, typeof requestHandler);`;
const PRINTED = "2023-11-14T22:13:21Z function function\n";
const imports = (from) => `import { Simulator, play, requestHandler } from "${from}";\n${USE}\n`;
const REQUIRE = `const { Simulator, play, requestHandler } = require("grant-playground");\n${USE}\n`;

/** A project with the package installed and these files. */
async function project(context, files) {
  const path = await folder(context);
  await mkdir(join(path, "node_modules"));
  await cp(dirname(fileURLToPath(address)), join(path, "node_modules/grant-playground"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

/** Runs a program in Node and returns what it prints. */
async function node(path, name) {
  const { stdout } = await promisify(execFile)(process.execPath, [name], { cwd: path });
  return stdout;
}

/** Runs a script as a browser does, without `require` and `process`, and returns what it prints. */
function inBrowser(script) {
  let printed = "";
  const console = { log: (...values) => (printed += `${values.join(" ")}\n`) };
  runInNewContext(script, { console, atob, TextEncoder, TextDecoder, WebAssembly, Uint8Array, Error, TypeError });
  return printed;
}

/** Runs an ES module for browsers from a folder, and returns what it prints. Node reads the file to which the module refers. */
async function module(path, name) {
  await writeFile(join(path, "run.mjs"), `await import(${JSON.stringify(pathToFileURL(join(path, name)).href)});`);
  return node(path, "run.mjs");
}

test("Node loads one module for import and require", async (context) => {
  const same = 'import { createRequire } from "node:module"; import * as one from "grant-playground"; import { play } from "grant-playground/inline";\nconst two = createRequire(import.meta.url)("grant-playground"); console.log(one.Simulator === two.Simulator, play === two.play);';
  const path = await project(context, { "import.mjs": imports("grant-playground"), "require.cjs": REQUIRE, "both.mjs": same });
  assert.equal(await node(path, "import.mjs"), PRINTED);
  assert.equal(await node(path, "require.cjs"), PRINTED);
  assert.equal(await node(path, "both.mjs"), "true true\n");
});

test("the module with the wasm inside exports what the ES module exports", async () => {
  const required = createRequire(import.meta.url)(fileURLToPath(new URL("index.cjs", address)));
  assert.deepEqual(Object.keys(required).sort(), Object.keys(await import(address)).sort());
});

test("TypeScript finds the types for import and require", async (context) => {
  const use = `const now: string = play({ format: "grant-playground/1" }).simulator.now; console.log(now, Simulator, requestHandler);`;
  const lines = ["grant-playground", "grant-playground/inline"].map((from) => `import { Simulator, play, requestHandler } from "${from}";\n${use}\nexport {};\n`);
  const files = Object.fromEntries(lines.flatMap((text, index) => ["mts", "cts"].map((ending) => [`program${index}.${ending}`, text])));
  const path = await project(context, files);
  const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext", "--types", ""];
  const run = promisify(execFile)(process.execPath, [compiler, ...options, ...Object.keys(files)], { cwd: path });
  await assert.doesNotReject(run, (await run.catch((error) => error)).stdout);
});

for (const format of ["esm", "cjs"]) {
  test(`esbuild bundles for Node as ${format}, into one file`, async (context) => {
    const path = await project(context, { "program.js": imports("grant-playground") });
    const outfile = join(path, "out", `program.${format === "esm" ? "mjs" : "cjs"}`);
    await esbuild({ entryPoints: [join(path, "program.js")], bundle: true, platform: "node", format, outfile, logLevel: "error" });
    assert.equal(await node(join(path, "out"), outfile), PRINTED);
  });
}

test("esbuild bundles grant-playground/inline for browsers as a script, into one file", async (context) => {
  const path = await project(context, { "program.js": imports("grant-playground/inline") });
  const { outputFiles } = await esbuild({ entryPoints: [join(path, "program.js")], bundle: true, platform: "browser", format: "iife", write: false, logLevel: "error" });
  assert.equal(inBrowser(outputFiles[0].text), PRINTED);
});

test("esbuild bundles for browsers as a module, beside which the wasm is copied", async (context) => {
  const path = await project(context, { "program.js": imports("grant-playground") });
  const outfile = join(path, "out.mjs");
  await esbuild({ entryPoints: [join(path, "program.js")], bundle: true, platform: "browser", format: "esm", outfile, logLevel: "error" });
  await writeFile(join(path, "grant_playground_bg.wasm"), await readFile(new URL("grant_playground_bg.wasm", address)));
  assert.equal(await module(path, "out.mjs"), PRINTED);
});

test("Vite's development server finds the wasm", async (context) => {
  const path = await project(context, { "index.html": '<script type="module" src="/program.js"></script>', "program.js": imports("grant-playground") });
  const server = await createServer({ root: path, configFile: false, logLevel: "error", server: { port: 0, host: "127.0.0.1", ws: false, watch: null } });
  context.after(() => server.close());
  await server.listen();
  const root = `http://127.0.0.1:${server.httpServer.address().port}`;
  const read = async (url) => (await fetch(url)).text();
  const [, place] = /from "([^"]*grant-playground[^"]*)"/.exec(await read(`${root}/program.js`));
  const [, wasm] = /new URL\("([^"]*_bg\.wasm)"/.exec(await read(root + place));
  const { status, headers } = await fetch(new URL(wasm, root + place));
  assert.deepEqual([status, headers.get("content-type")], [200, "application/wasm"]);
});

for (const from of ["grant-playground", "grant-playground/inline"]) {
  test(`Vite bundles ${from}`, async (context) => {
    const path = await project(context, { "program.js": imports(from) });
    const lib = { entry: join(path, "program.js"), formats: ["es"], fileName: "program" };
    await vite({ root: path, configFile: false, logLevel: "error", build: { rollupOptions: { input: lib.entry, output: { entryFileNames: "[name].mjs" } } }, base: "./" });
    const files = await readdir(join(path, "dist"), { recursive: true });
    assert.equal(files.some((name) => name.endsWith(".wasm")), from === "grant-playground", files.join(", "));
    assert.equal(await module(join(path, "dist"), files.find((name) => name.endsWith(".mjs"))), PRINTED);
  });

  test(`webpack bundles ${from}`, async (context) => {
    const path = await project(context, { "program.js": imports(from) });
    const output = { path: join(path, "dist"), filename: "program.mjs", module: true, chunkFormat: "module" };
    const options = { mode: "development", devtool: false, target: "web", context: path, entry: "./program.js", output, experiments: { outputModule: true } };
    const stats = await promisify(webpack)(options);
    assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }), { errors: [], warnings: [] });
    const files = await readdir(join(path, "dist"));
    assert.equal(files.some((name) => name.endsWith(".wasm")), from === "grant-playground", files.join(", "));
    assert.equal(await module(join(path, "dist"), "program.mjs"), PRINTED);
  });
}
