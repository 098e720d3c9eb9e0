// Random numbers of a seed, so that a run can be repeated with `SEED=…`.

/** The seed of this run. */
export const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

/** A function that gives numbers below a limit, by mulberry32. */
export function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
