// The session that is being edited. Every change makes a new draft. A step keeps its key when it moves or changes, so that what is known
// about it (what it was answered, whether it is open) stays with it.

/**
 * @typedef {{ key: number, step: Record<string, any> }} Keyed
 * @typedef {{ head: Record<string, any>, steps: Keyed[], next: number }} Draft `next`: the key of the next new step
 */

/**
 * The draft of a session, without what a student answered.
 * @param {Record<string, any>} session
 * @returns {Draft}
 */
export function begin({ steps = [], student, answers, ...head }) {
  return { head, steps: steps.map((step, place) => ({ key: place + 1, step })), next: steps.length + 1 };
}

/** The session of a draft. @param {Draft} draft */
export const sessionOf = ({ head, steps }) => ({ ...head, steps: steps.map(({ step }) => step) });

/** Sets a member, or removes it if the value is empty. */
export function withMember(object, name, value) {
  const { [name]: before, ...others } = object;
  const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  // A member keeps its place.
  return isEmpty ? others : { ...object, [name]: value };
}

/** Sets a member of the session: `title`, `author` or `note`. */
export const setHead = (draft, name, value) => ({ ...draft, head: withMember(draft.head, name, value) });

/** Changes a step with a function. */
export const changeStep = (draft, key, change) => ({
  ...draft,
  steps: draft.steps.map((keyed) => (keyed.key === key ? { key, step: change(keyed.step) } : keyed)),
});

/** Inserts steps, so that the first one has the index `place`. */
export function insert(draft, place, ...steps) {
  const added = steps.map((step, number) => ({ key: draft.next + number, step }));
  return { ...draft, steps: draft.steps.toSpliced(place, 0, ...added), next: draft.next + steps.length };
}

/** Removes a step. */
export const remove = (draft, key) => ({ ...draft, steps: draft.steps.filter((keyed) => keyed.key !== key) });

/** The index of a step. */
export const placeOf = (draft, key) => draft.steps.findIndex((keyed) => keyed.key === key);

/** Moves a step up (-1) or down (1). A step at the edge stays. */
export function move(draft, key, by) {
  const from = placeOf(draft, key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= draft.steps.length) return draft;
  const moved = draft.steps[from];
  return { ...draft, steps: draft.steps.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

/** Puts a copy of a step behind it. The copy has neither its name nor the IDs that it gives, because both must be unique. */
export function duplicate(draft, key) {
  const place = placeOf(draft, key);
  const { name, ids, ...copy } = structuredClone(draft.steps[place].step);
  return insert(draft, place + 1, copy);
}
