// The file of the site: it is bundled as `xtask/src/site/parts.rs` does it, and it understands the same as the modules.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const project = fileURLToPath(new URL("../../", import.meta.url));

test("the bundled file understands every kind of paste", async () => {
  const folder = await mkdtemp(join(tmpdir(), "paste-"));
  try {
    const outfile = join(folder, "paste.mjs");
    const alias = { "@codemirror/language": "./www/parts/paste/no-editor.js" };
    const { metafile } = await build({ absWorkingDir: project, entryPoints: ["www/parts/paste-reader.js"], bundle: true, minify: true, format: "esm", outfile, alias, metafile: true });
    const inputs = Object.keys(metafile.inputs).filter((path) => path.includes("@codemirror") || path.includes("node:"));
    assert.deepEqual(inputs, []);
    const { default: understand } = await import(outfile);
    const fixtures = join(project, "tests/parts/paste");
    for (const name of (await readdir(fixtures)).filter((name) => name.endsWith(".txt"))) {
      const [text, expected] = await Promise.all([name, name.replace(/txt$/, "json")].map((file) => readFile(join(fixtures, file), "utf8")));
      assert.deepEqual(understand(text), JSON.parse(expected), name);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
