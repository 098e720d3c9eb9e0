// The element <copy-panel>: a request as the code of a client, its response as a client prints it, or the session as a text.
import { copyAs, formats, report, transcript } from "./copy.js";
import { printedAs, printedFormats } from "./copy/printed.js";
import { light } from "./link/light.js";
import { fileName } from "./panel/file-name.js";
import { forText, response } from "./panel/session-text.js";
import { Panel, ask, button, labelled, make } from "./panel/panel.js";
import { prose } from "./panel/prose.js";

const SESSION = [
  ["transcript", "Session: Markdown transcript"],
  ["report", "Session: bug report"],
  ["json", "Session: JSON file"],
];

/** The format that was chosen last, while the page is open. */
let last = "cli";

class CopyPanel extends Panel {
  build() {
    const group = (label, options) => make("optgroup", { label }, ...options.map(({ id, label }) => make("option", { value: id, selected: id === last }, label)));
    const printed = printedFormats.map(({ id, label }) => ({ id, label: `Response: ${label}` }));
    this.choice = make(
      "select", { onchange: () => this.renew() },
      group("This request", formats),
      group("The response, as a client prints it", printed),
      group("The whole session", SESSION.map(([id, label]) => ({ id, label }))),
    );
    this.text = make("textarea", { class: "code", rows: 14, readonly: true, spellcheck: "false" });
    this.problem = make("p", { role: "status", class: "hint" });
    this.copy = button("Copy", () => ask("copy", { what: "the text", text: this.text.value }), "primary");
    this.download = button("Download", () => ask("download", { name: fileName(this.data.session.title, last), text: this.text.value }));
    this.append(labelled("Format", this.choice), labelled("Text", this.text), this.problem, make("div", { class: "actions" }, this.copy, this.download));
    this.renew();
  }

  renew() {
    last = this.choice.value;
    const { text = "", problem = "", note = "" } = this.result();
    this.text.value = text;
    this.problem.replaceChildren(...prose(problem || note));
    for (const control of [this.copy, this.download]) control.disabled = !text;
  }

  result() {
    const { call, session } = this.data;
    if (last === "transcript") return { text: transcript(forText(this.data)) };
    if (last === "report") return { text: report(forText(this.data)) };
    if (last === "json") return { text: JSON.stringify(light(session), null, 2) };
    if (last.startsWith("printed-")) return printedAs(last, response(this.data));
    const input = call.input ?? json(call.text);
    if (!input || typeof input !== "object") return { problem: "The draft is not a JSON object. Correct it in the JSON view first." };
    return copyAs(last, { operation: call.operation, account: call.as, region: call.region ?? "us-east-1", input });
  }
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

customElements.define("copy-panel", CopyPanel);
