// The element <paste-panel>: understands a pasted text, shows what it understood and what not, and puts it where the person wants it.
import { Panel, ask, button, labelled, make, sentences } from "./panel/panel.js";
import { prose } from "./panel/prose.js";
import { pastedCall } from "./panel/pasted-call.js";
import { decode } from "./link/link.js";
import understand from "./paste.js";

const HINT = "The AWS CLI, boto3, the SDK for JavaScript, curl or HTTP, CloudTrail events, Terraform, CloudFormation, sessions and links are recognized by their content. Nothing leaves this page.";

/** Reading more code than this, in characters, would take seconds. */
const LARGEST = 500_000;
const NOTHING = { calls: [], sessions: [], problems: [] };
const TOO_LARGE = { ...NOTHING, problems: ["The text has more than 500,000 characters. Paste the part of it with the requests."] };

class PastePanel extends Panel {
  build() {
    const text = make("textarea", { class: "code", rows: 8, spellcheck: "false", oninput: () => this.show(text.value) });
    text.value = this.data.text;
    this.found = make("div", { class: "understood" });
    this.status = make("p", { role: "status", class: "strong" });
    this.append(make("p", { class: "hint" }, HINT), labelled("Pasted text", text), this.status, this.found);
    if (text.value) this.show(text.value);
    text.focus();
  }

  /** Shows what is in a text. */
  show(text) {
    const { calls, sessions, problems } = read(text);
    const shown = calls.map((call) => pastedCall(call, this.data));
    this.status.textContent = text.trim() ? summary(calls.length, sessions.length) : "";
    this.found.replaceChildren(
      ...sessions.map((session, place) => sessionRow(session, place, sessions.length)),
      ...shown.map(({ element }) => element),
      ...(shown.length > 1 ? [button("Run all requests as steps", () => run(shown), "primary")] : []),
      ...[sentences(problems, "problems")].filter(Boolean),
    );
  }
}

/** What a text asks for. JSON is read fast, so it can be of any length. */
function read(text) {
  if (!text.trim()) return NOTHING;
  return text.length > LARGEST && !/^\s*[{[]/.test(text) ? TOO_LARGE : understand(text);
}

const summary = (calls, sessions) => {
  const parts = [counted(calls, "request"), counted(sessions, "session")].filter(Boolean);
  return parts.length ? `Found: ${parts.join(" and ")}.` : "Nothing was found that the page can use.";
};

const counted = (count, what) => count > 0 && `${count} ${what}${count > 1 ? "s" : ""}`;

/** Runs the steps of all requests, each after the steps that it needs. What one of them created is not created again. */
function run(shown) {
  const steps = new Set(shown.flatMap(({ steps }) => steps().map((step) => JSON.stringify(step))));
  ask("steps", { steps: [...steps] });
}

function sessionRow(session, place, count) {
  const name = count > 1 ? `Open session ${place + 1}` : "Open session";
  const open = async () => {
    try {
      const opened = session.text ? { session: session.text } : await decode(session.link.slice(session.link.indexOf("#")));
      ask("open", opened);
    } catch (error) {
      row.append(make("p", { role: "alert", class: "violation" }, ...prose(error.message)));
    }
  };
  const row = make("section", { class: "card" }, make("p", {}, session.text ? "A session." : "A link to a session."), button(name, open, "primary"));
  return row;
}

customElements.define("paste-panel", PastePanel);
