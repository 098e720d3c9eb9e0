// What is done with the session when it is ready: use it, try it as a student, hand it on, or give the changes up.
import { light } from "../link/light.js";
import { encode } from "../link/link.js";
import { fileName } from "../panel/file-name.js";
import { linkSize } from "../panel/link-size.js";
import { ask, button, make } from "../panel/panel.js";
import { sessionOf } from "./draft.js";

/**
 * @param {import("./editor.js").Editor} editor
 * @returns {{ element: HTMLElement, use: HTMLButtonElement, renew: () => void }}
 */
export function handing(editor) {
  const session = () => light(sessionOf(editor.draft));
  const size = make("p", { class: "hint" });
  const sure = make("p", { class: "notice", hidden: true });
  const use = button("Use this session", async () => (await isReady(editor)) && editor.use(pointOf(editor)), "primary");
  const preview = async () => {
    if (!(await isReady(editor))) return;
    editor.keepNow();
    ask("open", { session: JSON.stringify(sessionOf(editor.draft)) });
  };
  const copy = async () => {
    if (!(await isReady(editor))) return;
    const link = location.href.replace(/#.*$/, "") + (await encode("session", session()));
    ask("copy", { what: "the lesson link", text: link });
    size.textContent = `The link has ${linkSize(link)}`;
  };
  const download = () => ask("download", { name: fileName(editor.draft.head.title, "json"), text: `${JSON.stringify(session(), null, 2)}\n` });
  const discard = button("Discard changes", () => {
    sure.hidden = false;
    no.focus();
  });
  const answer = (act) => () => {
    sure.hidden = true;
    act();
    (discard.disabled ? use : discard).focus();
  };
  const no = button("Keep them", answer(() => {}));
  sure.append("This gives up all changes of the draft. ", button("Discard all changes", answer(() => editor.discard())), " ", no);
  const element = make(
    "section",
    { class: "stacked", "aria-label": "When it is ready" },
    make("h3", {}, "When it is ready"),
    make("div", { class: "actions" }, button("Preview as a student", preview), button("Copy lesson link", copy), button("Download", download), discard),
    make("p", { class: "hint" }, "The preview replaces the session of the page. You can undo that there, and your draft is kept."),
    size,
    sure,
  );
  const renew = () => {
    discard.disabled = !editor.isChanged;
    use.disabled = !editor.isChanged && !editor.data.session.answers;
    if (discard.disabled) sure.hidden = true;
  };
  return { element, use, renew };
}

/** Whether the page can take the session over. Otherwise says why not. */
async function isReady(editor) {
  if (editor.adding) {
    editor.say("Insert the new step first, or cancel it.");
    return false;
  }
  const [at] = editor.texts.keys();
  if (at !== undefined) {
    editor.say(`Step ${editor.number(Number.parseInt(at, 10))} has a text that is not taken over. Correct or apply it first.`);
    return false;
  }
  await editor.replay.settled();
  if (editor.failure?.key === undefined) return true;
  editor.say(`Step ${editor.number(editor.failure.key)} cannot run. Correct or remove it first.`);
  return false;
}

/** The step that the page shows afterwards: the open one, otherwise the one it shows now. */
function pointOf({ open, draft, data, number }) {
  if (open !== undefined) return number(open);
  return data.point >= data.session.steps.length ? draft.steps.length : Math.min(data.point, draft.steps.length);
}
