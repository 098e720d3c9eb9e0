// A drawing that can be zoomed and moved: with the wheel, by dragging, with two fingers, with buttons and with the keyboard.
import Panzoom from "@panzoom/panzoom";
import { button, make } from "../panel/panel.js";

/** How far the arrow keys move the drawing, in pixels. */
const STEP = 40;

/** The scale at which its text can be read. */
const READABLE = 0.7;

/** How much a key or a button enlarges it. */
const FACTOR = 1.3;

/** How far it can be enlarged. */
const LARGEST = 4;

/**
 * Lets the drawing of a `state-diagram` be zoomed. It starts large enough to be read.
 * @param {HTMLElement} diagram takes the keys
 * @returns {HTMLElement} the buttons
 */
export function zoomable(diagram) {
  const svg = diagram.shadowRoot.querySelector("svg");
  const frame = svg.parentElement;
  const fitting = Math.min(1, frame.clientWidth / svg.clientWidth, frame.clientHeight / svg.clientHeight);
  const zoom = Panzoom(svg, { minScale: Math.min(fitting, READABLE), maxScale: LARGEST, ...start(svg, frame, Math.max(fitting, READABLE)) });
  const fit = () => {
    zoom.zoom(fitting);
    zoom.pan(...centred(svg, frame, fitting));
  };
  const by = (factor) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    zoom.zoomToPoint(zoom.getScale() * factor, { clientX: left + width / 2, clientY: top + height / 2 });
  };
  const keys = {
    "+": () => by(FACTOR),
    "=": () => by(FACTOR),
    "-": () => by(1 / FACTOR),
    0: fit,
    ArrowLeft: () => zoom.pan(STEP, 0, { relative: true }),
    ArrowRight: () => zoom.pan(-STEP, 0, { relative: true }),
    ArrowUp: () => zoom.pan(0, STEP, { relative: true }),
    ArrowDown: () => zoom.pan(0, -STEP, { relative: true }),
  };
  diagram.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  // Unless the drawing has the focus, the wheel scrolls the dialog past it.
  diagram.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey || diagram.matches(":focus")) zoom.zoomWithWheel(event);
  });
  const named = (label, name, act) => {
    const made = button(label, act, "small");
    made.setAttribute("aria-label", name);
    return made;
  };
  return make("div", { class: "actions" }, named("+", "Zoom in", keys["+"]), named("−", "Zoom out", keys["-"]), button("Fit", fit, "small"));
}

/** Starts with the current state in view. */
function start(svg, frame, startScale) {
  const [startX, startY] = centred(svg, frame, startScale, svg.querySelector(".current rect")?.getBBox());
  return { startScale, startX, startY };
}

/**
 * The shift, before scaling, that brings a part of the drawing, or its middle, into the middle of the frame, without showing more empty space
 * than necessary. The drawing is scaled around its middle.
 */
function centred(svg, frame, scale, part = { x: 0, y: 0, width: 0, height: 0 }) {
  const shift = (frame, whole, middle) => {
    const rest = frame - whole * scale;
    const edge = rest >= 0 ? rest / 2 : Math.min(0, Math.max(rest, frame / 2 - middle * scale));
    return (edge - whole / 2) / scale + whole / 2;
  };
  return [shift(frame.clientWidth, svg.clientWidth, part.x + part.width / 2), shift(frame.clientHeight, svg.clientHeight, part.y + part.height / 2)];
}
