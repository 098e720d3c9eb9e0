// The fields of the session as a whole.
import { make } from "../panel/panel.js";
import { setHead } from "./draft.js";
import { line, note } from "./fields.js";

/** @param {import("./editor.js").Editor} editor */
export function head(editor) {
  const { head } = editor.draft;
  const take = (name) => (value) => editor.change((draft) => setHead(draft, name, value), { group: name });
  return make(
    "section",
    { class: "head", "aria-label": "Session" },
    line("title", "Title", head.title, take("title"), { maxlength: 200 }),
    line("author", "Author", head.author, take("author"), { maxlength: 100, autocomplete: "name" }),
    note("note", "Introduction (Markdown)", head.note, take("note"), 4),
  );
}
