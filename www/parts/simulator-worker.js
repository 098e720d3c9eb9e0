// A module worker with the whole simulator, as the package has it. It answers one question, which `simulator/client.js` asks. The build
// puts the simulator's generated module in the place of `grant-playground-simulator`.
import init, * as simulator from "grant-playground-simulator";
import { answer } from "./simulator/answer.js";

const loading = init({ module_or_path: new URL("./simulator_bg.wasm", import.meta.url) });
// Whoever asks learns about a failure.
loading.catch(() => {});

addEventListener("message", async ({ data }) => {
  try {
    await loading;
  } catch (error) {
    return postMessage({ unavailable: error.message });
  }
  try {
    postMessage({ answer: answer(simulator, data, (progress) => postMessage({ progress })) });
  } catch (error) {
    postMessage({ error: error instanceof WebAssembly.RuntimeError ? `The simulator failed: ${error.message}.` : error.message });
  }
});
