// Plays the draft after each change, in the worker of the simulator.
import { sessionOf } from "./draft.js";
import { resultOf } from "./outcome.js";
import { readFailure } from "./reading.js";

/** So long nothing may change before the draft is played. */
const PAUSE = 250;

/**
 * @typedef {{ results: Map<number, import("./outcome.js").Result>, failure?: { key?: number, reason: string } }} Played `results`: by the keys of
 *   the steps, up to the first one that cannot run
 */

/** What of a draft its results depend on. */
export const playedPart = ({ head, steps }) => JSON.stringify([head.world, steps.map(({ key, step: { note, question, ...step } }) => [key, step])]);

/**
 * Plays a draft. If a step cannot run, the ones before it are played.
 * @param {import("./draft.js").Draft} draft
 * @param {(session: object, options: object) => Promise<object[]>} play
 * @returns {Promise<Played>}
 */
export async function playDraft(draft, play, options) {
  try {
    const outcomes = await play(sessionOf(draft), options);
    return { results: new Map(outcomes.map((outcome, place) => [draft.steps[place].key, resultOf(outcome)])) };
  } catch (error) {
    if (error.name === "AbortError") throw error;
    const { place, reason } = readFailure(error.message);
    if (draft.steps[place] === undefined) return { results: new Map(), failure: { reason } };
    const before = await playDraft({ ...draft, steps: draft.steps.slice(0, place) }, play, options);
    return before.failure ? before : { ...before, failure: { key: draft.steps[place].key, reason } };
  }
}

/** Plays drafts, one at a time and only the newest one. */
export class Replay {
  #played;
  #abort;
  #timer;
  #waiting = [];

  /**
   * @param {(session: object, options: object) => Promise<object[]>} play
   * @param {{ done: (played: Played) => void, state: (state: "running" | "done" | "canceled") => void }} tell
   */
  constructor(play, tell) {
    Object.assign(this, { play, tell });
  }

  /** Plays the draft soon, unless the last one has the same results. */
  soon(draft) {
    const part = playedPart(draft);
    if (part === this.#played) return;
    this.stop();
    this.#played = part;
    this.#abort = new AbortController();
    this.tell.state("running");
    this.#timer = setTimeout(() => this.#run(draft, this.#abort.signal), PAUSE);
  }

  async #run(draft, signal) {
    try {
      const played = await playDraft(draft, this.play, { signal });
      if (signal.aborted) return;
      this.#abort = undefined;
      this.tell.done(played);
      this.tell.state("done");
    } catch (error) {
      if (signal.aborted) return;
      this.#abort = undefined;
      this.tell.done({ results: new Map(), failure: { reason: error.message } });
      this.tell.state("done");
    }
    this.#release();
  }

  /** Stops playing. The next change plays again. */
  cancel() {
    this.stop();
    this.tell.state("canceled");
    this.#release();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
    this.#played = undefined;
  }

  /** Waits until nothing is playing. */
  async settled() {
    if (this.#abort) await new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
