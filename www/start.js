// Starts the program. `index.html` names its JavaScript module, which the browser preloads, and its wasm. The page shows every failure.
const RELOAD = "Reload the page. If that does not help, contact the owner of this site.";
const UPDATE = "Open the page in a current browser and make sure that WebAssembly is enabled.";

/** Whether the page is in a frame of another page. Then it uses no storage. */
const isFramed = "embed" in document.documentElement.dataset;

/** Runs one step. If it fails, throws a text for the visitor: what failed, why, and what to do. */
async function step(failure, advice, work) {
  try {
    return await work();
  } catch (error) {
    throw `${failure}: ${error.message ?? error}. ${advice}`;
  }
}

const address = (selector) => document.querySelector(selector).href;
const nameOf = (url) => new URL(url).pathname.split("/").pop();

/** Waits until the browser is about to show the text of `index.html`: the wasm, which is large, must not delay it. */
function firstFrame() {
  return new Promise((resolve) => {
    // A frame out of view gets no frames to draw.
    if (document.hidden || isFramed) resolve();
    else requestAnimationFrame(resolve);
  });
}

async function start() {
  await step("This browser cannot run the program", UPDATE, () => {
    if (typeof WebAssembly !== "object") throw new Error("it does not support WebAssembly");
  });
  const [module, wasm] = [address("link[rel=modulepreload]"), address("link[type='application/wasm']")];
  await firstFrame();
  // Load both files at the same time. If the module fails to load, nothing awaits the wasm, so its rejection is handled here.
  const fetched = fetch(wasm);
  fetched.catch(() => {});
  const program = await step(`The file ${nameOf(module)} could not be loaded`, RELOAD, () => import(module));
  const response = await step(`The file ${nameOf(wasm)} could not be loaded`, RELOAD, async () => {
    const response = await fetched;
    if (!response.ok) throw new Error(`the server responded with status ${response.status}`);
    return response;
  });
  await step("The program could not be started", UPDATE, () => program.default({ module_or_path: response }));
}

/** Shows the text in place of the loading message, or at the top of the page if that message is no longer there. */
function tell(text) {
  const alert = document.createElement("p");
  alert.className = "notice bad";
  alert.setAttribute("role", "alert");
  alert.textContent = `Grant Playground cannot start. ${text}`;
  const status = document.querySelector("#app > .skeleton [role=status]");
  if (status) status.replaceWith(alert);
  else document.body.prepend(alert);
}

// In a frame, a part of its own opens what the address names.
if (isFramed) import("./embed-bar.js").then(({ default: begin }) => begin());

// The elements whose content only some visitors see. A file with the name of the element exports the function that fills it. The file is
// loaded when such an element is first shown: not while it is in a closed <details>. Each has the attribute that its content depends on,
// and a name for people.
const PARTS = [
  ["state-diagram", "machine", "diagram"],
  ["reference-text", "of", "text"],
  ["note-text", "text", "note"],
  ["lesson-panel", "data", "question"],
  ["embed-bar", "data", "bar"],
  ["embed-snippet", "data", "snippet"],
];
// Until its file is there, a note is shown as it was written.
for (const [name, attribute, noun] of PARTS) {
  customElements.define(name, class extends HTMLElement {
    static observedAttributes = [attribute];

    connectedCallback() {
      if (attribute === "text" && !this.firstChild) this.textContent = this.getAttribute(attribute);
      const closed = this.closest("details:not([open])");
      if (closed) closed.addEventListener("toggle", () => this.connectedCallback(), { once: true });
      else import(`./${name}.js`).then(({ fill }) => fill(this)).catch(() => this.textContent ||= `The ${noun} could not be loaded. Reload the page to try again.`);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.connectedCallback();
    }
  });
}

// A text that is pasted beside the fields is opened in the dialog that understands it.
document.addEventListener("paste", (event) => {
  if (isFramed || event.target.closest("input, textarea, select, dialog")) return;
  const text = event.clipboardData.getData("text");
  if (!text) return;
  event.preventDefault();
  document.dispatchEvent(new CustomEvent("playground", { detail: JSON.stringify({ do: "show", part: "paste-panel", text }) }));
});

// The browser asks before it leaves a session that it could not store.
addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-unsaved]")) event.preventDefault();
});

/** Opens the session, the request, the example, the lesson or the operation that the address names. */
function openLink() {
  const { hash } = location;
  if (/[#&](session|request|example|lesson|operation)=/.test(hash)) import("./open-link.js").then(({ default: open }) => open(hash));
}
if (!isFramed) addEventListener("hashchange", openLink);

/** Makes the page work offline, and offers a new version. Only the build of a release defines RELEASE and has the worker. */
async function keepOffline() {
  if (typeof RELEASE === "undefined") return;
  const registration = await navigator.serviceWorker.register("./service-worker.js");
  const offer = async () => {
    // The first worker of a page waits, too, for a moment.
    if (registration.waiting && registration.active) (await import("./update-notice.js")).default(registration);
  };
  const watch = () => registration.installing?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", watch);
  watch();
  await offer();
}

start()
  .then(() => {
    dispatchEvent(new Event("TrunkApplicationStarted"));
    if (!isFramed) openLink();
  }, tell)
  .then(() => {
    // Without the worker (it is blocked, or the browser has none), the page only does not work offline.
    // It waits until the page is there: what it downloads would delay the first paint by 150 ms.
    if (!isFramed) setTimeout(() => keepOffline().catch(() => {}), 3000);
  });
