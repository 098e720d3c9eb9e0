// A session without what has its default, so that links are short and files can be read.
import defaults from "./defaults.json" with { type: "json" };

/**
 * The same session without the settings and other parts of the world that have their defaults.
 * @param {Record<string, unknown>} session
 */
export function light(session) {
  const { format, title, note, world, steps, ...others } = session;
  const differing = difference(world, defaults);
  return {
    format,
    ...(title ? { title } : {}),
    ...(note ? { note } : {}),
    ...(differing === undefined ? {} : { world: differing }),
    ...others,
    steps: steps.map(lightStep),
  };
}

/** A step without the Region that a step has anyway. */
function lightStep(step) {
  const { region, ...rest } = step;
  return region === undefined || region === "us-east-1" ? rest : step;
}

/** What of a value differs from its default; objects member by member. */
function difference(value, standard) {
  if (value && standard && typeof value === "object" && typeof standard === "object" && !Array.isArray(value)) {
    const members = Object.entries(value).map(([name, inner]) => [name, difference(inner, Object.hasOwn(standard, name) ? standard[name] : undefined)]);
    const kept = members.filter(([, inner]) => inner !== undefined);
    return kept.length ? Object.fromEntries(kept) : undefined;
  }
  return JSON.stringify(value) === JSON.stringify(standard) ? undefined : value;
}
