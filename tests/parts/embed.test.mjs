// What another page contains to show a step: it is one block in Markdown, and no text of a session gets out of its place.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import MarkdownIt from "markdown-it";
import { snippet, stepText } from "../../www/parts/embed/snippet.js";

const SITE = "https://example.org/playground/";
const FRAGMENT = "#session=1.abc";
const refused = {
  number: 1, title: "AcceptGrant", accountName: "Customer", account: "123456789012", region: "us-east-1", operation: "license-manager:AcceptGrant", input: { GrantArn: "arn" },
  answer: { status: 400, errorType: "ValidationException", message: "Not allowed.", body: "{}" }, reason: "The caller must be the `grantee`.",
};
const passed = { ...refused, number: 2, answer: { status: 200, body: '{"Status":"ACTIVE"}' }, reason: undefined };
const session = { title: "A grant & its end", note: "An *introduction*.", versions: { playground: "1", edition: "2023" }, settings: {}, steps: [refused, passed] };
const choices = { kind: "element", view: "all", step: 1, theme: "auto", live: false, wake: "click" };
const made = (changes, of = session) => snippet(of, SITE, FRAGMENT, { ...choices, ...changes });
const reader = new MarkdownIt({ html: true });

test("the element has the step as text, a link that it opens, and its script", () => {
  assert.equal(
    made({ view: "answer" }),
    `<grant-playground view="answer" step="1">
<p><strong>AcceptGrant</strong></p>
<p>As Customer (123456789012) in us-east-1.</p>
<p>Response: <strong>400 ValidationException</strong></p>
<pre><code>Not allowed.
</code></pre>
<p>Why: The caller must be the <code>grantee</code>.</p>
<p><a href="https://example.org/playground/#step=1&amp;session=1.abc">Open in Grant Playground</a></p>
</grant-playground>
<script async src="https://example.org/playground/embed.js"></script>
`,
  );
  assert.match(made({ theme: "dark", live: true, wake: "visible" }), /^<grant-playground view="all" step="1" theme="dark" live wake="visible">\n/);
});

test("a frame names the step, the view and the theme, and has the text below it", () => {
  const text = made({ kind: "iframe", view: "why", live: true, theme: "light" });
  assert.match(text, /^<iframe src="https:\/\/example\.org\/playground\/\?embed=why&amp;step=1&amp;live=&amp;theme=light#session=1\.abc" title="Grant Playground: A grant &amp; its end" /);
  assert.match(text, /<details><summary>This step as text<\/summary>\n<p><strong>AcceptGrant/);
  const sandbox = /SANDBOX = ("[^"]+")/;
  const script = readFileSync(new URL("../../www/embed.js", import.meta.url), "utf8");
  assert.ok(text.includes(`sandbox=${script.match(sandbox)[1]}`), "the frame of the element may do the same");
});

test("Markdown has the text and a link", () => {
  const text = made({ kind: "markdown", step: 2, view: "answer" });
  assert.match(text, /^\*\*AcceptGrant\*\*\n\nAs Customer .*\n\nResponse: \*\*200\*\*\n\n```json\n\{\n {2}"Status": "ACTIVE"\n\}\n```\n\n\[Open in Grant Playground\]\(https:\/\/example\.org\/playground\/#step=2&session=1\.abc\)\n$/);
});

test("the view decides what the text has", () => {
  const has = (view, step) => [/GrantArn/, /Response/, /"Status"/].map((part) => part.test(stepText(session, { view, step })));
  assert.deepEqual(has("request", 2), [true, true, false]);
  assert.deepEqual(has("answer", 2), [false, true, true]);
  assert.deepEqual(has("why", 2), [false, true, false]);
  assert.deepEqual(has("all", 2), [true, true, true]);
  assert.deepEqual(has("all", 1), [true, true, false]);
  assert.equal(stepText(session, { view: "all", step: 0 }), "**A grant \\& its end**\n\nAn *introduction*.");
});

/** Texts that would end their place in HTML or in Markdown. */
const HOSTILE = ['</grant-playground><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "a\n\n<b>b</b>\n   \n\nc", "```\n<i>", "[x](javascript:alert(1))", "&lt;"];

test("no text of a session gets out of its place", () => {
  for (const text of HOSTILE) {
    const step = { ...refused, title: text, accountName: text, region: text, input: { [text]: text }, answer: { status: 400, errorType: text, message: text, body: text }, reason: text };
    const hostile = { ...session, title: text, note: text, steps: [step, { ...step, answer: { status: 200, body: text } }] };
    for (const kind of ["element", "iframe", "markdown"]) {
      for (const step of [0, 1, 2]) {
        const found = made({ kind, step, live: true }, hostile);
        const html = kind === "markdown" ? new MarkdownIt().render(found) : found;
        const tags = html.match(/<\/?[a-z][\w-]*/gi).filter((tag) => !/^<\/?(grant-playground|iframe|details|summary|p|a|strong|em|pre|code|ul|li|ol|blockquote)$/.test(tag));
        assert.deepEqual(tags, kind === "element" ? ["<script", "</script"] : [], found);
        assert.doesNotMatch(html, /href="(?!https:\/\/example\.org\/)/, found);
        if (kind === "markdown") continue;
        assert.doesNotMatch(found.trim(), /\n[ \t]*\n/, "a blank line would end the block");
        // A Markdown reader that allows HTML changes nothing.
        assert.equal(reader.render(`Before.\n\n${found}\n\nAfter.`), `<p>Before.</p>\n${found}<p>After.</p>\n`);
      }
    }
  }
});
