// Which steps of two sessions belong together.
import { diffArrays } from "diff";
import { ID } from "./names.js";

/**
 * The steps of two sessions in rows: a step of each, or of one of them. `same`: both steps send the same request.
 * @param {object[]} left the steps of a session
 * @param {object[]} right those of the other one
 * @returns {{ left?: number, right?: number, same: boolean }[]} with the places of the steps
 */
export function align(left, right) {
  return paired(left, right, act).flatMap((part) => {
    if (part.same) return part.rows;
    // Of what differs, the calls of one operation belong together.
    const [ours, theirs] = ["left", "right"].map((side) => part.rows.filter((row) => row[side] !== undefined).map((row) => row[side]));
    const inner = paired(ours.map((place) => left[place]), theirs.map((place) => right[place]), kind);
    return inner.flatMap(({ rows }) => rows.map((row) => ({ left: ours[row.left], right: theirs[row.right], same: false })));
  });
}

/** Runs of rows that are the same by their keys, and runs of those that are not. */
function paired(left, right, key) {
  const parts = [];
  const places = { left: 0, right: 0 };
  for (const { value, added, removed } of diffArrays(left.map(key), right.map(key))) {
    const same = !added && !removed;
    const last = parts.at(-1);
    const part = last && last.same === same ? last : { same, rows: [] };
    if (part !== last) parts.push(part);
    for (let count = 0; count < value.length; count += 1) {
      part.rows.push({ ...(added ? {} : { left: places.left++ }), ...(removed ? {} : { right: places.right++ }), same });
    }
  }
  return parts;
}

/** What a step does, as a text: without its notes, and with one mark for all IDs, which sessions of different seeds do not share. */
function act({ as, region = "us-east-1", operation, input, text, fault, request, advance, settle, change }) {
  return JSON.stringify({ as, region, operation, input, text, fault, request, advance, settle, change }).replace(ID, "ID");
}

/** Steps of one kind can be compared. */
const kind = ({ operation, ...step }) => operation ?? ["request", "advance", "settle", "change"].find((name) => name in step);
