// The lessons: sessions with questions. They fit the schema, each question can be answered, and each call has an expected response.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";

const folder = new URL("../../www/lessons/", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("../../www/session.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, formats: { "date-time": true } }).compile(schema);
const lessons = readdirSync(folder).map((name) => ({ name, lesson: JSON.parse(readFileSync(new URL(name, folder), "utf8")) }));

/** The steps of a lesson that have a question, with their numbers. */
const asked = (lesson) => lesson.steps.map((step, index) => ({ number: index + 1, ...step })).filter((step) => step.question);

/** The texts of a lesson that are Markdown. */
function texts(lesson) {
  const ofQuestion = ({ ask, choices = [], hints = [], why = "" }) => [ask, ...choices, ...hints, why];
  return [lesson.note, ...lesson.steps.flatMap(({ note = "", question }) => [note, ...(question ? ofQuestion(question) : [])])];
}

/** Whether a step is answered by a service. */
const isSent = (step) => step.operation !== undefined || step.request !== undefined;

/** The words of a text that have four letters or more. */
const words = (text) => new Set(text.toLowerCase().match(/[\w.:-]{4,}/g) ?? []);

test("there are five lessons or more, and nothing else in their folder", () => {
  assert.ok(lessons.length >= 5);
  for (const { name } of lessons) assert.match(name, /^[a-z-]+\.json$/);
});

for (const { name, lesson } of lessons) {
  test(`${name} fits the schema`, () => assert.ok(validate(lesson), JSON.stringify(validate.errors)));

  test(`${name} says who wrote it, for whom it is, and how long it takes`, () => {
    assert.equal(lesson.author, "Grant Playground");
    for (const part of ["For whom:", "Time:", "You need:", "Afterwards you know"]) assert.ok(lesson.note.includes(`**${part}`), part);
    const minutes = Number(/about (\d+) minutes/.exec(lesson.note)?.[1]);
    assert.ok(minutes >= 15 && minutes <= 45, `${minutes} minutes`);
  });

  test(`${name} has 12 to 25 steps, each with a note`, () => {
    assert.ok(lesson.steps.length >= 12 && lesson.steps.length <= 25, `${lesson.steps.length} steps`);
    lesson.steps.forEach((step, index) => assert.ok(step.note, `step ${index + 1}`));
  });

  test(`${name} expects an answer of every step that is sent`, () => {
    lesson.steps.forEach((step, index) => {
      const { expect } = step;
      assert.equal(expect !== undefined, isSent(step), `step ${index + 1}`);
      if (expect) assert.equal(expect.error !== undefined, expect.status >= 400, `step ${index + 1}: an error has a name`);
    });
  });

  test(`${name} has 8 to 14 questions of both kinds, and none of them is answered already`, () => {
    const steps = asked(lesson);
    assert.ok(steps.length >= 8 && steps.length <= 14, `${steps.length} questions`);
    assert.ok(steps.some(({ question }) => question.choices), "a choice");
    assert.ok(steps.some(({ question }) => !question.choices), "a free answer");
    assert.equal(lesson.answers, undefined);
  });

  test(`${name} asks each question with one right choice, few hints, and an explanation`, () => {
    for (const { number, question } of asked(lesson)) {
      const { choices, right, hints = [], why } = question;
      assert.ok(why, `step ${number}: why`);
      assert.ok(hints.length >= 1 && hints.length <= 3, `step ${number}: ${hints.length} hints`);
      if (!choices) continue;
      assert.ok(choices[right], `step ${number}: the right choice`);
      assert.equal(new Set(choices).size, choices.length, `step ${number}: a choice twice`);
      const isYesOrNo = choices.every((text) => /^(yes|no)\b/i.test(text));
      assert.ok(choices.length >= (isYesOrNo ? 2 : 3), `step ${number}: ${choices.length} choices`);
    }
  });

  test(`${name} does not always have the right choice at the same place`, () => {
    const places = asked(lesson).flatMap(({ question }) => (question.choices ? [question.right] : []));
    const most = Math.max(...places.map((place) => places.filter((other) => other === place).length));
    assert.ok(most <= places.length / 2, places.join(" "));
  });

  test(`${name} does not give an answer away in the note before the question`, () => {
    for (const { number, question } of asked(lesson).filter(({ question }) => question.choices)) {
      const before = lesson.steps[number - 2]?.note ?? lesson.note;
      const text = question.choices[question.right];
      const answer = [...words(text)];
      const told = answer.filter((word) => words(before).has(word));
      assert.ok(told.length < Math.max(answer.length, 1), `step ${number}: the note before has all words of “${text}”`);
    }
  });

  test(`${name} links only to web addresses, and has no HTML`, () => {
    for (const text of texts(lesson)) {
      for (const [link, address] of text.matchAll(/\]\(([^)]*)\)/g)) assert.match(address, /^https?:\/\//, link);
      assert.doesNotMatch(text.replaceAll(/`[^`]*`/g, ""), /<[a-z/]/i, "HTML in Markdown");
    }
  });

  test(`${name} ends with a summary and two exercises`, () => {
    const { note } = lesson.steps.at(-1);
    assert.match(note, /\*\*What you have learned\*\*/);
    const [, exercises] = note.split("**Try it yourself on this page**");
    assert.deepEqual(exercises.match(/^\d+\./gm), ["1.", "2."]);
  });
}
