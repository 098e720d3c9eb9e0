// A question that the simulator answers in a worker: its progress, and a button that cancels it.
import { button, make } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { counted } from "./words.js";

export class Job {
  /** @param {AbortSignal} closed the dialog was closed */
  constructor(closed) {
    this.progress = make("p", { class: "hint" });
    this.status = make("p", { role: "status" });
    this.cancel = button("Cancel", () => this.abort?.abort());
    this.running = make("div", { class: "explore-running", hidden: true }, make("progress", { "aria-label": "Searching" }), this.progress, this.cancel);
    this.element = make("div", { class: "explore-job" }, this.status, this.running);
    closed.addEventListener("abort", () => this.abort?.abort());
  }

  /**
   * Asks, and shows how it goes. A question that is asked before ends.
   * @param {(options: object) => Promise<object>} ask takes `{ signal, progress }`
   * @returns {Promise<object | undefined>} nothing if it was cancelled or failed
   */
  async run(ask) {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    const isCurrent = () => this.abort === abort;
    this.progress.textContent = "The simulator is loading.";
    this.status.textContent = "Searching …";
    this.running.hidden = false;
    try {
      const answer = await ask({ signal: abort.signal, progress: (progress) => isCurrent() && this.tell(progress) });
      if (!isCurrent()) return undefined;
      this.status.textContent = "";
      return answer;
    } catch (error) {
      if (!isCurrent()) return undefined;
      if (error.name === "AbortError") this.status.textContent = "Cancelled.";
      else this.status.replaceChildren(make("span", { class: "violation" }, ...prose(sentence(error.message))));
      return undefined;
    } finally {
      if (isCurrent()) {
        // The focus must not get lost with the button.
        const hadFocus = document.activeElement === this.cancel;
        this.running.hidden = true;
        if (hadFocus) this.element.closest("[role=tabpanel]").querySelector("button:not([hidden], [role=tab])")?.focus();
      }
    }
  }

  tell({ tried, depth }) {
    this.progress.textContent = `${counted(tried, "call")} tried, in sequences of up to ${counted(depth, "step")}.`;
  }
}

/** The simulator's sentences begin with a small letter. */
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
