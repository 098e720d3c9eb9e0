// The page in a frame of another page. Fills the element <embed-bar data="…">: the step, and a link to the whole page.
import { titleOf } from "./compare/title.js";
import { Frame } from "./embed/frame.js";
import { encode } from "./link/link.js";
import { light } from "./link/light.js";
import { ask, button, make } from "./panel/panel.js";

const frame = new Frame();

/** Opens what the address names, and reports to the other page. */
export default () => frame.begin();

export async function fill(bar) {
  const { id, point, session } = JSON.parse(bar.getAttribute("data"));
  const end = session.steps.length;
  // The controls stay, so that one of them keeps the focus.
  bar.controls ??= build(bar);
  const { place, name, steps, link } = bar.controls;
  place.textContent = end && point ? `Step ${point} of ${end}` : "";
  name.textContent = point ? titleOf(session.steps[point - 1]) : (session.title ?? "");
  for (const [step, target] of steps) {
    step.disabled = target(point) < 0 || target(point) > end;
    step.onclick = () => ask("step", { step: String(target(point)) });
  }
  link.hidden = !end && !frame.fragment;
  link.href = pageAddress(end ? await encode("session", light(session), { step: point }) : frame.fragment);
  frame.follow(id);
}

function build(bar) {
  const place = make("span", { class: "hint" });
  const name = make("strong");
  const steps = [
    [button("Previous", () => {}, "small"), (point) => point - 1],
    [button("Next", () => {}, "small"), (point) => point + 1],
  ];
  const link = make("a", { target: "_blank", rel: "noopener" }, "Open in the playground");
  const hasSteps = document.documentElement.dataset.embed === "all";
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "Shown step");
  bar.append(
    make("p", {}, place, " ", name),
    ...(hasSteps ? [make("div", { class: "actions", role: "group", "aria-label": "Step" }, ...steps.map(([step]) => step))] : []),
    link,
  );
  return { place, name, steps, link };
}

/** The address of the whole page. */
const pageAddress = (fragment) => location.href.replace(/[?#].*$/, "") + fragment;
