// The dialog that writes embeds, what becomes of them in other pages, and the example of the documentation.
import MarkdownIt from "markdown-it";
import { EXACT, MESSAGE, example, expect, fragment, frame, read, runs, test, violations } from "./embedding.mjs";
import { SIZES } from "./support.mjs";

/** As GitHub does: elements that it does not know go, and their content stays; scripts go with their content. */
const sanitized = (html) => html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<\/?(?!\/?(?:p|a|strong|em|pre|code|ul|li|ol|details|summary|h1)\b)[a-z][^>]*>/g, "");

test("the dialog writes a snippet that works in HTML and in Markdown, and previews it", async ({ page, docs, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page.setDefaultTimeout(5000);
  await page.goto(`${baseURL}${await fragment(await example(), { step: 3 })}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("radio", { name: "An embed, for another page" }).check();
  await expect(dialog.getByRole("textbox", { name: "Link" })).toBeHidden();
  const text = dialog.getByRole("textbox", { name: "Snippet" });
  await expect(text).toHaveValue(/^<grant-playground view="answer" step="3">\n/);
  await dialog.getByRole("combobox", { name: "Start" }).selectOption({ label: "When it is in view" });
  await dialog.getByRole("checkbox", { name: /Readers can send requests/ }).check();
  await expect(text).toHaveValue(/^<grant-playground view="answer" step="3" live wake="visible">\n/);
  expect(await violations(page)).toEqual([]);
  await dialog.getByText("Preview", { exact: true }).click();
  await expect(frame(page).getByRole("button", { name: "Send", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Copy snippet" }).click();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  expect(snippet).toBe(await text.inputValue());
  for (const [kind, start] of [["A frame, without a script", /^<iframe src=/], ["Markdown: the text and a link", /^\*\*AcceptGrant\*\*\n/]]) {
    await dialog.getByRole("combobox", { name: "Kind" }).selectOption({ label: kind });
    await expect(text).toHaveValue(start);
  }
  const markdown = await text.inputValue();
  // A plain page, and one made of Markdown.
  const rendered = new MarkdownIt({ html: true }).render(`Before.\n\n${snippet}\nAfter.`);
  for (const content of [snippet, rendered]) {
    await page.goto(await docs.add(content.replace(/<script.*\n/, "")));
    await expect(frame(page).getByRole("button", { name: "Send", exact: true })).toBeVisible();
    await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
  }
  // Where the element is not known, its content is left.
  for (const content of [sanitized(rendered), new MarkdownIt().render(markdown)]) {
    await page.goto(await docs.add(content));
    await expect(page.getByText(MESSAGE, EXACT)).toBeVisible();
    await expect(page.getByText("Response: 400 ValidationException")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open in Grant Playground" })).toHaveAttribute("href", /#step=3&session=1\./);
    await expect(page.locator("grant-playground, iframe")).toHaveCount(0);
  }
});

test("the example of the documentation works, in every size and theme, and has no barriers", async ({ page, docs, baseURL }) => {
  const html = (await read("../../docs/embed-example.html")).replaceAll("http://127.0.0.1:8080/", baseURL).replace("<head>", '<head><link rel="icon" href="data:,">');
  await docs.write("example.html", html);
  for (const [size, colorScheme] of [["wide", "light"], ["phone", "dark"], ["narrow", "light"]]) {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme });
    await page.goto((await docs.add("")).replace("page.html", "example.html"));
    for (const place of [0, 2]) await runs(page.locator("grant-playground").nth(place)).click();
    for (const [place, name] of ["Step 3 of 5", "Step 3 of 5", "Step 2 of 2"].entries()) {
      await expect(page.locator("grant-playground").nth(place).frameLocator("iframe").getByText(name, EXACT)).toBeVisible();
    }
    for (const inner of page.frames()) expect(await inner.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), inner.url()).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  }
});
