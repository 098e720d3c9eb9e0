// The element <lesson-editor>: makes a lesson out of the session.
import css from "./editor/editor.css";
import { Editor } from "./editor/editor.js";
import { Panel } from "./panel/panel.js";
import { addStyle } from "./panel/style.js";
import { play } from "./simulator/client.js";

addStyle(css);

class LessonEditor extends Panel {
  build() {
    this.editor = new Editor(this, this.data, play);
    this.leave = () => this.editor.keepNow();
    addEventListener("pagehide", this.leave);
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.leave);
    this.editor?.close();
  }
}

customElements.define("lesson-editor", LessonEditor);
