// The session files: those of the tests and the examples of the page.
import { readdir, readFile } from "node:fs/promises";

const folders = ["../../crates/simulator/tests/sessions/", "../../www/examples/"].map((path) => new URL(path, import.meta.url));

/** Every session file: `{ name, text }`, by name. There is nothing else in the folders, and no folder is empty. */
export async function sessionFiles() {
  const files = [];
  for (const folder of folders) {
    const names = (await readdir(folder)).sort();
    if (names.length === 0) throw new Error(`${folder} is empty`);
    for (const name of names) {
      if (!name.endsWith(".json")) throw new Error(`${name} in ${folder} is not a session file`);
      files.push({ name, text: await readFile(new URL(name, folder), "utf8") });
    }
  }
  return files;
}
