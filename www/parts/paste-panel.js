// The element <paste-panel>: understands a pasted text, shows what it understood and what not, and puts it where the person wants it.
import { Panel, ask, button, labelled, make, openSession, sentences } from "./panel/panel.js";
import { prose } from "./panel/prose.js";
import { pastedCall } from "./panel/pasted-call.js";
import { decode } from "./link/link.js";
import { Reading } from "./paste/reading.js";
import { allSteps } from "./world/pasted-steps.js";

const HINT = "The AWS CLI, boto3, the SDK for JavaScript, curl or HTTP, CloudTrail events, Terraform, CloudFormation, sessions, snapshots and links are recognized by their content. Nothing leaves this page.";

/** Milliseconds after which the panel says that it is reading. Most texts are read earlier. */
const SOON = 200;

/** A longer text freezes the browser when it is shown in a field, so only its beginning is. In characters. */
const LONGEST_SHOWN = 200_000;
const BEGINNING = 2_000;

/** The beginning of a session, as the page writes it: its format comes first. */
const IS_SESSION = /^\s*\{\s*"format"\s*:\s*"grant-playground\//;

/** The file of the worker, beside this one. */
const READER = new URL("paste-reader.js", import.meta.url);

class PastePanel extends Panel {
  build() {
    this.text = make("textarea", { class: "code", rows: 8, spellcheck: "false", oninput: () => this.take(this.text.value), onpaste: (event) => this.pasted(event) });
    this.reading = new Reading(READER);
    this.found = make("div", { class: "understood" });
    this.status = make("p", { role: "status", class: "strong" });
    this.cancel = button("Cancel", () => this.cancelled(), "small");
    this.cancel.hidden = true;
    this.size = make("p", { class: "hint" });
    this.file = make("input", { type: "file", onchange: () => this.file.files[0] && this.open(this.file.files[0]) });
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => this.dropped(event));
    this.append(make("p", { class: "hint" }, HINT), labelled("Pasted text", this.text), labelled("Or a file", this.file), this.size, make("div", { class: "actions" }, this.status, this.cancel), this.found);
    if (this.data.text) this.take(this.data.text);
    this.text.focus();
  }

  /** Opens a file with a session at once, and shows what is in any other one. */
  async open(file) {
    try {
      const text = await file.text();
      if (IS_SESSION.test(text)) openSession(text);
      else await this.take(text);
    } catch (error) {
      this.tell([], `The file cannot be read: ${error.message}`, false);
    }
  }

  dropped(event) {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    this.open(file);
  }

  /** Puts a long text into the place of what the field holds. The browser pastes all others. */
  pasted(event) {
    const text = event.clipboardData.getData("text");
    if (text.length <= LONGEST_SHOWN) return;
    event.preventDefault();
    this.take(text);
  }

  /** Shows a text, or its beginning, and what is in it. */
  take(text) {
    const isLong = text.length > LONGEST_SHOWN;
    const shown = isLong ? text.slice(0, BEGINNING) : text;
    if (this.text.value !== shown) this.text.value = shown;
    this.size.textContent = isLong ? `The text has ${text.length.toLocaleString("en")} characters. The field shows its beginning. All of it is read.` : "";
    return this.show(text);
  }

  disconnectedCallback() {
    this.reading?.close();
  }

  /** Shows what is in a text. */
  async show(text) {
    const soon = setTimeout(() => this.tell([], "Reading the text…", true), SOON);
    const understood = await this.reading.read(text);
    clearTimeout(soon);
    if (!understood) return;
    const { calls, sessions, problems } = understood;
    const shown = calls.map((call) => pastedCall(call, this.data));
    const content = [
      ...sessions.map((session, place) => sessionRow(session, place, sessions.length)),
      ...shown.map(({ element }) => element),
      ...(shown.length > 1 ? [button("Run all requests as steps", () => run(shown), "primary")] : []),
      ...[sentences(problems, "problems")].filter(Boolean),
    ];
    this.tell(content, text.trim() ? summary(calls.length, sessions.length) : "", false);
  }

  cancelled() {
    this.reading.stop();
    this.tell([], "The reading was cancelled. Change the text to read it again.", false);
    this.text.focus();
  }

  tell(content, status, isReading) {
    this.status.textContent = status;
    this.cancel.hidden = !isReading;
    this.found.replaceChildren(...content);
  }
}

const summary = (calls, sessions) => {
  const parts = [counted(calls, "request"), counted(sessions, "session")].filter(Boolean);
  return parts.length ? `Found: ${parts.join(" and ")}.` : "Nothing was found that the page can use.";
};

const counted = (count, what) => count > 0 && `${count} ${what}${count > 1 ? "s" : ""}`;

/** Runs the steps of all requests, each after the steps that it needs. */
const run = (shown) => ask("steps", { steps: allSteps(shown) });

function sessionRow(session, place, count) {
  const name = count > 1 ? `Open session ${place + 1}` : "Open session";
  const open = async () => {
    try {
      const opened = session.text ? { session: session.text, point: session.point } : await decode(session.link.slice(session.link.indexOf("#")));
      ask("open", opened);
    } catch (error) {
      row.append(make("p", { role: "alert", class: "violation" }, ...prose(error.message)));
    }
  };
  const what = session.notes ? "A snapshot of the package. The page opens it as a session whose steps create the same resources." : session.text ? "A session." : "A link to a session.";
  const row = make("section", { class: "card" }, make("p", {}, what), session.notes && sentences(session.notes), button(name, open, "primary"));
  return row;
}

customElements.define("paste-panel", PastePanel);
