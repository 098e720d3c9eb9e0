// Answers the questions of `client.js`, in the worker.
import { answersOf, resolve } from "./reference.js";

/** How often progress is told, in milliseconds. */
const PACE = 100;

/** How many calls a search tries before it looks at the time. */
const SLICE = 50;

/**
 * @param {{ Simulator: Function, play: Function }} simulator the simulator's generated module
 * @param {{ play?: object, snapshots?: object[], explore?: { session: object, point: number, question: object } }} question
 * @param {(progress: object) => void} progress
 */
export function answer(simulator, { play, snapshots, explore }, progress) {
  if (play) return simulator.play(play)[1];
  if (snapshots) return snapshots.map((session, place) => (progress({ done: place, of: snapshots.length }), snapshot(simulator, session)));
  const { session, point, question } = explore;
  const [core, outcomes] = simulator.play({ ...session, steps: session.steps.slice(0, point) });
  if (question.vectors !== undefined) return vectors(core, question);
  const call = question.findPassing;
  // A call of the session can refer to responses, which a simulator without its session does not know.
  return search(core, call ? { ...question, findPassing: resolve(call, answersOf(outcomes)) } : question, progress);
}

/** What a session answers, and the world after it. */
function snapshot(simulator, session) {
  const [core, outcomes] = simulator.play(session);
  const result = { outcomes, snapshot: JSON.parse(core.snapshot()), accounts: core.accounts() };
  core.free();
  return result;
}

function vectors(core, { vectors: operation, ...options }) {
  return core.vectors(operation, options);
}

/** Runs a search in slices, so that progress can be told. */
function search(core, question, progress) {
  const search = core.search(question);
  let told = performance.now();
  for (;;) {
    const { done, tried, depth, result } = search.advance(SLICE);
    if (done) return result;
    const now = performance.now();
    if (now - told < PACE) continue;
    told = now;
    progress({ tried, depth });
  }
}
