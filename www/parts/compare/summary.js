// A comparison in a few sentences.
import { shared } from "./steps.js";
import { counted } from "./world.js";

const counting = (count, one, many) => `${count || "no"} ${count > 1 ? many : one}`;
const sentence = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * @param {import("./steps.js").Row[]} rows
 * @param {import("./world.js").Group[]} groups
 */
export function summary(rows, groups) {
  const paired = rows.filter(({ left, right }) => left && right);
  const single = rows.length - paired.length;
  const [differing, resources, common] = [paired.filter(({ differs }) => differs).length, counted(groups), shared(rows)];
  if (differing + single + resources === 0) return "Nothing differs.";
  return [
    common < rows.length && (common ? `The sessions send the same requests up to step ${common}.` : "The sessions differ from their first step on."),
    sentence(`${counting(differing, "response differs", "responses differ")}${single ? `, ${counting(single, "step is", "steps are")} on one side only` : ""}.`),
    `In the world, ${counting(resources, "resource or setting differs", "resources or settings differ")}.`,
  ].filter(Boolean).join(" ");
}
