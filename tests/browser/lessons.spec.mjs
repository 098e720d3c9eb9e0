// Lessons: questions, answers, progress and what is handed in.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "./support.mjs";

const folder = new URL("../../www/lessons/", import.meta.url);
const lessons = readdirSync(folder).map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, folder), "utf8"))]);
const [, LIFE] = lessons.find(([name]) => name === "the-life-of-a-granted-license");
const FIRST = LIFE.steps.findIndex((step) => step.question);

test("a student answers a question before the response is shown, with the keyboard", async ({ page, playground }) => {
  await playground.open();
  await playground.choose(LIFE.title);
  const panel = page.locator("lesson-panel");
  await expect(panel).toContainText("Lesson: 0 of 14 questions answered.");
  await expect(playground.response).toContainText("This lesson follows one license");
  // The statuses ahead are hidden.
  await expect(playground.steps().nth(FIRST + 1)).toContainText("?");
  await playground.goTo(FIRST + 1);
  const { question } = LIFE.steps[FIRST];
  await expect(panel.getByRole("radio")).toHaveCount(question.choices.length);
  await expect(playground.response.getByText("200 OK")).toBeHidden();
  await expect(playground.button("Next")).toBeDisabled();
  await panel.getByRole("button", { name: "Hint" }).press("Enter");
  await panel.getByRole("button", { name: "Answer", exact: true }).press("Enter");
  await expect(panel.getByRole("alert")).toHaveText("Choose an answer first.");
  await panel.getByRole("radio").first().focus();
  for (let place = 0; place < question.right; place += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Your answer", { exact: true })).toBeFocused();
  await expect(panel.getByRole("group", { name: "Your answer" })).toContainText("right");
  await expect(panel.getByRole("group", { name: "Your answer" })).toContainText("with a hint");
  await expect(playground.response).toContainText("200 OK");
  await expect(panel).toContainText("Lesson: 1 of 14 questions answered, 1 right, 0 wrong.");
});

test("the answers survive a reload, are handed in, and a teacher opens them", async ({ page, playground, browser, baseURL }) => {
  await playground.open();
  await playground.choose(LIFE.title);
  await playground.goTo(FIRST + 1);
  const panel = page.locator("lesson-panel");
  await panel.getByRole("radio").nth((LIFE.steps[FIRST].question.right + 1) % 3).check();
  await panel.getByRole("button", { name: "Answer", exact: true }).click();
  await panel.getByText("Answers", { exact: true }).click();
  await panel.getByRole("textbox", { name: "Your name, for the teacher" }).fill("Ana");
  await page.keyboard.press("Tab");
  await playground.open();
  await expect(panel).toContainText("Lesson: 1 of 14 questions answered, 0 right, 1 wrong.");
  await panel.getByText("Answers", { exact: true }).click();
  await panel.getByRole("button", { name: "Hand in…" }).click();
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await page.getByRole("checkbox", { name: "With the answers" }).uncheck();
  await expect(page.getByRole("textbox", { name: "Link", exact: true })).not.toHaveValue(link);
  const other = await (await browser.newContext({ baseURL, serviceWorkers: "block" })).newPage();
  await other.goto(link);
  const given = other.locator("lesson-panel");
  await expect(given).toContainText("Lesson: 1 of 14 questions answered, 0 right, 1 wrong.");
  await given.getByText("Answers", { exact: true }).click();
  await expect(given.getByRole("textbox")).toHaveValue("Ana");
  await given.getByRole("button", { name: `Step ${FIRST + 1}` }).click();
  await expect(given.getByRole("group", { name: "Your answer" })).toContainText("not right");
  await other.context().close();
});

test("a lesson can be stopped and started again", async ({ page, playground }) => {
  await playground.open();
  await playground.choose(LIFE.title);
  const panel = page.locator("lesson-panel");
  await panel.getByText("Answers", { exact: true }).click();
  await panel.getByRole("button", { name: "Stop the lesson" }).click();
  await expect(panel).toBeHidden();
  await expect(playground.steps().nth(FIRST + 1)).not.toContainText("?");
  await playground.goTo(FIRST + 1);
  await panel.getByText("Question for students").click();
  await panel.getByRole("button", { name: "Take the lesson" }).click();
  await expect(panel.getByRole("radio").first()).toBeVisible();
});

for (const [name, lesson] of lessons) {
  test(`the lesson ${name} can be taken to its end`, async ({ page, playground }) => {
    await playground.open(`#lesson=${name}`);
    const panel = page.locator("lesson-panel");
    const count = lesson.steps.filter((step) => step.question).length;
    await expect(panel).toContainText(`Lesson: 0 of ${count} questions answered.`);
    for (const [index, { question }] of lesson.steps.entries()) {
      if (!question) continue;
      await playground.goTo(index + 1);
      if (question.choices) await panel.getByRole("radio").nth(question.right).check();
      else await panel.getByRole("textbox", { name: "Your answer" }).fill("Because the grant depends on it.");
      await panel.getByRole("button", { name: "Answer", exact: true }).click();
      await expect(panel.getByRole("group", { name: "Your answer" })).toBeVisible();
    }
    const choices = lesson.steps.filter((step) => step.question?.choices).length;
    await expect(panel).toContainText(`Lesson: ${count} of ${count} questions answered, ${choices} right, 0 wrong.`);
    await expect(playground.response.getByText("Unexpected response")).toHaveCount(0);
  });
}
