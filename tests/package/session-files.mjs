// The session files: those of the tests, and the examples and lessons of the page.
import { readdir, readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);
const folders = ["crates/simulator/tests/sessions/", "www/examples/", "www/lessons/"];

/** Every session file: `{ name, path, text }`, by name. The path starts at the root of the project. There is nothing else in the folders, and no folder is empty. */
export async function sessionFiles() {
  const files = [];
  for (const folder of folders) {
    const names = (await readdir(new URL(folder, root))).sort();
    if (names.length === 0) throw new Error(`${folder} is empty`);
    for (const name of names) {
      if (!name.endsWith(".json")) throw new Error(`${name} in ${folder} is not a session file`);
      const path = folder + name;
      files.push({ name, path, text: await readFile(new URL(path, root), "utf8") });
    }
  }
  return files;
}
