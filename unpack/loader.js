// Starts the page: fetches the packed program and the module that unpacks it, both at once, then unpacks and runs. The
// program's other part, the simulated services, is fetched as soon as the line is free, and added to the running program.
//
// `cargo xtask build` puts this file beside the generated files that it imports, and esbuild makes one module of them.
// The three files that are not JavaScript stay files; importing one gives its address.
import startProgram from "./program.js";
import programAddress from "./grant-playground.lzma";
import servicesAddress from "./grant-playground-services.lzma";
import startUnpacker, { unpack } from "./unpack.js";
import unpackerAddress from "./unpack.wasm";

const RELOAD = "Reload the page; if that does not help, tell whoever hosts it.";
const UPDATE = "Reload the page, or open it in a current browser with WebAssembly switched on.";

/** Does one step. Its failure is one text for a person: what could not be done, why, and what to do about it. */
async function step(failure, advice, work) {
  try {
    return await work();
  } catch (error) {
    throw `${failure}: ${error.message ?? error}. ${advice}`;
  }
}

const load = (address) =>
  step(`the file ${address.replace("./", "")} could not be fetched`, RELOAD, async () => {
    const response = await fetch(new URL(address, import.meta.url));
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });

async function start() {
  await step("this browser cannot run the program", UPDATE, () => {
    if (typeof WebAssembly !== "object") throw new Error("it has no WebAssembly");
  });
  const [packed, unpacker] = await Promise.all([load(programAddress), load(unpackerAddress)]);
  // Only now, so that the first view has the whole line; and now, so that the page asks for nothing once it is shown.
  const packedServices = load(servicesAddress);
  // If the page does not start, nobody waits for them.
  packedServices.catch(() => {});
  // Bytes, not the response: so it does not matter which content type the server gives to wasm.
  await step("this browser cannot run the program", UPDATE, () => startUnpacker({ module_or_path: unpacker }));
  const bytes = await step("the program did not arrive as it was sent", RELOAD, () => unpack(packed));
  const program = await step("this browser cannot run the program", UPDATE, () => WebAssembly.compile(bytes));
  let started;
  const running = new Promise((resolve) => (started = resolve));
  // The program waits for this promise before it uses the services, and says why if it is broken.
  globalThis.grantPlaygroundServices = running.then((first) => addServices(first, packedServices));
  const first = await step("the program stopped while it was starting", RELOAD, () => startProgram({ module_or_path: program }));
  started(first);
}

/** Puts the services into the running program: their functions into its table, their data into its memory. */
async function addServices(first, packedServices) {
  const packed = await packedServices;
  // The browser shows the page before it goes on.
  await new Promise((shown) => setTimeout(shown));
  const bytes = await step("the services did not arrive as they were sent", RELOAD, () => unpack(packed));
  await step("this browser cannot run the services", UPDATE, () => WebAssembly.instantiate(bytes, { first }));
}

/** Puts the text where the page says that it is starting, or, if that is gone already, on top. */
function tell(text) {
  const alert = document.createElement("p");
  alert.className = "notice bad";
  alert.setAttribute("role", "alert");
  alert.textContent = `The playground cannot start: ${text}`;
  const status = document.querySelector("#app > .skeleton [role=status]");
  if (status) status.replaceWith(alert);
  else document.body.prepend(alert);
}

start().then(() => dispatchEvent(new Event("TrunkApplicationStarted")), tell);
