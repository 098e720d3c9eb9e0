// Plays the two sides of a comparison.
import { play, snapshots } from "../simulator/client.js";
import { align } from "./align.js";
import { naming } from "./names.js";
import { withReferences, withValues } from "./references.js";
import { compareSteps } from "./steps.js";
import { compareWorlds } from "./world.js";

/**
 * @typedef {{ session: object, world: { vintage?: string, seed?: number, settings?: object } }} Side a session and what is changed of its
 *   world; the session ends with the step that is compared
 */

/**
 * @param {Side[]} sides the left one and the right one
 * @param {{ exact: boolean, signal?: AbortSignal }} options `exact`: IDs and times are compared as they are
 */
export async function compare(sides, { exact, signal }) {
  const played = await runAll(sides, signal);
  const rows = align(...sides.map(({ session }) => session.steps));
  const plain = exact ? played.map(() => (value) => value) : naming(rows, played.map(({ outcomes }) => outcomes));
  const [left, right] = played.map(({ snapshot }) => snapshot);
  return { rows: compareSteps(rows, played, plain), groups: compareWorlds(left, right, plain, { exact }), played: played.map(({ session }) => session), exact };
}

/** Sessions that stay as they are run in one worker. */
async function runAll(sides, signal) {
  const isPlain = ({ world }) => Object.keys(world).length === 0;
  const plain = sides.filter(isPlain).map(({ session }) => session);
  const [together, ...changed] = await Promise.all([
    plain.length > 0 ? snapshots(plain, { signal }) : [],
    ...sides.filter((side) => !isPlain(side)).map((side) => run(side, signal)),
  ]);
  return sides.map((side) => (isPlain(side) ? { ...together.shift(), session: side.session } : changed.shift()));
}

/** A session in a changed world: its requests name what is created there. */
async function run({ session, world }, signal) {
  const outcomes = await play(session, { signal });
  const { settings, ...others } = world;
  const own = session.world ?? {};
  let changed = { ...withReferences(session, outcomes), world: { ...own, ...others, settings: { ...own.settings, ...settings } } };
  for (;;) {
    try {
      return { ...(await one(changed, signal)), session: changed };
    } catch (error) {
      const place = unsent(error, changed);
      if (place === undefined) throw error;
      changed = { ...changed, steps: changed.steps.with(place, withValues(session.steps[place], outcomes)) };
    }
  }
}

const one = async (session, signal) => (await snapshots([session], { signal }))[0];

/** The step that refers to what an earlier response no longer has, because that call is refused now. */
function unsent({ message = "" }, { steps }) {
  const place = Number(/\bstep (\d+): `\$\{/.exec(message)?.[1]) - 1;
  return steps[place]?.input !== undefined && JSON.stringify(steps[place].input).match(/(?<!\$)\$\{/) ? place : undefined;
}
