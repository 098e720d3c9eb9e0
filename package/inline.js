// The same as `index.js`, with the WebAssembly module inside and without `await`. `cargo xtask package` bundles this file to
// `index.cjs`, which Node loads with `require` and with `import`, and which every bundler can use.
import { initSync } from "./grant_playground.js";
import module from "./grant_playground_bg.wasm";

export { requestHandler } from "./sdk.js";
export { Simulator, play } from "./simulator.js";

initSync({ module });
