// The element <print-view>: the whole session as a document for paper. The browser prints the copy at the end of the page.
import { fileName } from "./panel/file-name.js";
import { Panel, ask, button, make } from "./panel/panel.js";
import { forText } from "./panel/session-text.js";
import { addStyle } from "./panel/style.js";
import { transcript } from "./copy/transcript.js";
import { paper } from "./present/paper.js";
import css from "./present/print.css";

addStyle(css);

class PrintView extends Panel {
  build() {
    const { session, text } = this.data;
    const hasQuestions = session.steps.some(({ question }) => question);
    this.answers = make("input", { type: "checkbox", checked: !session.answers, onchange: () => this.renew() });
    this.preview = make("article", { class: "paper markdown", tabindex: 0, "aria-label": "Preview" });
    this.printed = make("article", { class: "printed markdown" });
    this.append(
      make("p", { class: "hint" }, "The browser's print dialog also saves a PDF."),
      hasQuestions && make("label", { class: "check" }, this.answers, make("span", {}, "With the answers to the questions, on a page of their own at the end")),
      make("div", { class: "actions" }, button("Print", () => print(), "primary"), button("Download as Markdown", () => this.download())),
      this.preview,
    );
    this.renew();
    document.body.append(this.printed);
    if (text === "now") print();
  }

  renew() {
    const { student, answers } = this.data.session;
    const document = () => paper(forText(this.data), { student, given: answers ?? [], withAnswers: this.answers.checked });
    this.preview.replaceChildren(document());
    this.printed.replaceChildren(document());
  }

  download() {
    const { title } = this.data.session;
    ask("download", { name: fileName(title, "transcript"), text: transcript(forText(this.data)) });
  }

  disconnectedCallback() {
    this.printed.remove();
  }
}

customElements.define("print-view", PrintView);
