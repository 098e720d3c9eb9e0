// The session files: those of the tests and the examples of the page.
import { readdir, readFile } from "node:fs/promises";

const folders = ["../../crates/simulator/tests/sessions/", "../../src/app/examples/"].map((path) => new URL(path, import.meta.url));

/** Every session file: `{ name, text }`, by name. */
export async function sessionFiles() {
  const files = [];
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
    for (const name of names) files.push({ name, text: await readFile(new URL(name, folder), "utf8") });
  }
  return files;
}
