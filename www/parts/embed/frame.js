// A page in a frame of another page: opens the session that the address names or that the other page hands over, and reports its height.
import { decode } from "../link/link.js";
import { ask } from "../panel/panel.js";

/** The kind of every message between the two pages. */
const TYPE = "grant-playground";

/**
 * `loading`: the program is not there yet. `waiting`: it has no session, and the other page can hand one over. `opening`, and then `shown`
 * or `failed`.
 * @typedef {"loading" | "waiting" | "opening" | "shown" | "failed"} State
 */

export class Frame {
  /** @type {State} */
  state = "loading";
  problem = undefined;
  /** The notice that said it. */
  notice = undefined;
  /** The ID of the session that the program had when it was asked to open another one. */
  before = undefined;

  get fragment() {
    return location.hash;
  }

  get isLive() {
    return "live" in document.documentElement.dataset;
  }

  /** The step that the address names. */
  get step() {
    const step = new URLSearchParams(location.search).get("step");
    return step ? Number(step) : undefined;
  }

  async begin() {
    const page = document.getElementById("app");
    new ResizeObserver(() => this.report()).observe(page);
    new MutationObserver(() => this.changed()).observe(document.body, { childList: true, subtree: true, characterData: true });
    addEventListener("message", (event) => this.receive(event));
    addEventListener("hashchange", () => this.open());
    addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) document.querySelector(".send > [aria-keyshortcuts]")?.click();
    });
    while (page.querySelector(":scope > .skeleton")) {
      if (this.state === "failed") return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await this.open();
  }

  /** Opens what the address names. */
  async open() {
    try {
      const found = await decode(this.fragment);
      if (!found) return this.become("waiting");
      this.become("opening");
      const { do: what, ...members } = found;
      const { session, point, pane, tab } = members;
      if (what === "open") return this.openSession(session, this.step ?? point, { pane, tab });
      if (what === "example" || what === "lesson") return this.openSession(await fileOfSite(what, members.name), this.step, { pane, tab });
      if (!this.isLive) throw new Error("A frame without `live` shows sessions only, and its address names a request or an operation.");
      ask(what, members);
      // What is wrong with it would be on the page by then.
      setTimeout(() => this.state === "opening" && this.become("shown"), 50);
    } catch (error) {
      ask("tell", { text: error.message });
    }
  }

  /** Opens a session, as from a link: at this step, otherwise at the last one. `view`: the pane and its tab. */
  openSession(session, step, view = {}) {
    this.become("opening");
    // The bar itself may be filled later.
    this.before = JSON.parse(document.querySelector("embed-bar")?.getAttribute("data") ?? "{}").id;
    const point = step ?? stepsOf(session);
    const checks = document.documentElement.dataset.embed === "why" && { tab: "checks" };
    ask("open", { session, ...view, ...checks, ...(Number.isSafeInteger(point) && { point }) });
  }

  /** The other page hands over a session, selects a step or changes the theme. Nobody else is heard. */
  receive({ source, data }) {
    if (source !== parent || parent === window || data?.type !== TYPE) return;
    const { session, step, theme } = data;
    if (["light", "dark", "auto"].includes(theme)) document.documentElement.dataset.theme = theme;
    if (session !== undefined) this.openSession(typeof session === "string" ? session : JSON.stringify(session), step ?? this.step);
    else if (Number.isSafeInteger(step) && step >= 0) ask("step", { step: String(step) });
  }

  /** The program shows the session with this ID. */
  follow(id) {
    if (this.before !== undefined && id !== this.before && this.state === "opening") this.become("shown");
  }

  /** The content has changed. A browser may not draw a frame for a while, for example one out of view; until then the observer of sizes is silent. */
  changed() {
    this.findProblem();
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.report());
  }

  /** What the page says about a program that does not start, or a session that cannot be opened. */
  findProblem() {
    const notice = document.querySelector(".notice.bad");
    if (!notice || notice === this.notice || this.state === "shown") return;
    this.notice = notice;
    this.become("failed", (notice.querySelector("p") ?? notice).textContent.replace(/^Problem: /, ""));
  }

  become(state, problem) {
    [this.state, this.problem] = [state, problem];
    document.documentElement.dataset.state = state;
    this.report();
  }

  report() {
    if (parent === window) return;
    const height = Math.ceil(document.getElementById("app").getBoundingClientRect().height);
    parent.postMessage({ type: TYPE, height, state: this.state, ...(this.problem && { problem: this.problem }) }, "*");
  }
}

/** How many steps a session has. The program says what is wrong with one that cannot be read. */
function stepsOf(session) {
  try {
    return JSON.parse(session).steps.length;
  } catch {
    return undefined;
  }
}

/** The session of an example or a lesson. */
async function fileOfSite(kind, name) {
  const file = kind === "example" ? "examples.json" : `lessons/${encodeURIComponent(name)}.json`;
  const response = await fetch(file, { cache: "no-cache" }).catch(() => {
    throw new Error(`The file ${file} could not be loaded. Check the connection and try again.`);
  });
  const content = response.ok ? await response.json() : undefined;
  const session = kind === "example" && content ? new Map(Object.entries(content)).get(name) : content;
  if (!session) throw new Error(`There is no ${kind} \`${name}\`.`);
  return JSON.stringify(session);
}
