// Starts the program: its module and its wasm are the two files that the page preloads. What goes wrong is said on the page.
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

const address = (selector) => document.querySelector(selector).href;
const nameOf = (url) => new URL(url).pathname.split("/").pop();

async function start() {
  await step("this browser cannot run the program", UPDATE, () => {
    if (typeof WebAssembly !== "object") throw new Error("it has no WebAssembly");
  });
  const [module, wasm] = [address("link[rel=modulepreload]"), address("link[rel=preload][as=fetch]")];
  // Both at once. If the module does not arrive, nobody waits for the wasm.
  const fetched = fetch(wasm);
  fetched.catch(() => {});
  const program = await step(`the file ${nameOf(module)} could not be loaded`, RELOAD, () => import(module));
  const response = await step(`the file ${nameOf(wasm)} could not be fetched`, RELOAD, async () => {
    const response = await fetched;
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response;
  });
  await step("the program could not be started", UPDATE, () => program.default({ module_or_path: response }));
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
