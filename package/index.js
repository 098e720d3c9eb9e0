// A simulator of AWS License Manager grants and AWS RAM, as an ES module. README.md describes how to use it.
import init from "./grant_playground.js";

export { requestHandler } from "./sdk.js";
export { Simulator, play } from "./simulator.js";

const wasm = new URL("./grant_playground_bg.wasm", import.meta.url);
await init({ module_or_path: wasm.protocol === "file:" ? await readFile(wasm) : wasm });

/** Reads a file in Node, whose `fetch` does not support files. */
async function readFile(url) {
  // This is not a literal, so that bundlers for browsers ignore the import.
  const files = "node:fs/promises";
  return (await import(/* webpackIgnore: true */ /* @vite-ignore */ files)).readFile(url);
}
