// The element <state-diagram machine="…">: draws the states of a resource and the transitions between them. The attribute is JSON:
// a list of states { "name", "tone", "current", "unreached", "notes": […], "transitions": [{ "event", "to" }] }, where `to` is the place of
// a state in the list. dagre computes the places. What the drawing shows stands below it as text, so it is one image for a screen reader.
// With the attribute `zoom`, the drawing has a height of its own, and the event `drawn` tells whoever zooms it that it is there.
import { Graph, layout } from "@dagrejs/dagre";

const SVG = "http://www.w3.org/2000/svg";
const LINE = 16;

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; overflow: auto; }
  :host([zoom]) { overflow: hidden; }
  :host([zoom]) div { height: min(24rem, 50vh); overflow: hidden; }
  svg { display: block; font: 12px var(--mono); fill: var(--ink); }
  rect { fill: var(--raised); stroke: var(--control); }
  .good rect { fill: var(--good-soft); stroke: var(--good); }
  .warm rect { fill: var(--warm-soft); stroke: var(--warm); }
  .bad rect { fill: var(--bad-soft); stroke: var(--bad); }
  .current rect { stroke-width: 3; }
  .unreached rect { stroke-dasharray: 5 4; }
  .unreached text { fill: var(--faint); }
  .current text { font-weight: 700; }
  path { fill: none; stroke: var(--faint); }
  marker path { fill: var(--faint); stroke: none; }
  .event { fill: var(--faint); paint-order: stroke; stroke: var(--pane); stroke-width: 4px; stroke-linejoin: round; }
  @media (forced-colors: active) {
    svg, .event, .unreached text { fill: CanvasText; stroke: none; }
    rect { fill: Canvas; stroke: CanvasText; }
    path { stroke: CanvasText; }
    marker path { fill: CanvasText; }
  }
`);

/** Draws the state machine. It can be wider than its pane, so the keyboard must be able to scroll it. */
export function fill(element) {
  element.tabIndex = 0;
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  const frame = document.createElement("div");
  frame.append(drawing(JSON.parse(element.getAttribute("machine")), element.getAttribute("label")));
  root.replaceChildren(frame);
  element.dispatchEvent(new Event("drawn"));
}

/** The SVG of a state machine. */
function drawing(states, label) {
  const { graph, lines } = placed(states);
  const { width, height } = graph.graph();
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label });
  const marker = element("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" });
  marker.append(element("path", { d: "M0 0 8 4 0 8z" }));
  svg.append(marker);
  for (const edge of graph.edges()) svg.append(arrow(graph.edge(edge).points));
  for (const edge of graph.edges()) {
    const { x, y, events } = graph.edge(edge);
    svg.append(textAt(x, y, events, "event"));
  }
  states.forEach((state, place) => {
    const { x, y, width, height } = graph.node(String(place));
    const group = element("g", { class: [state.tone, state.current && "current", state.unreached && "unreached"].filter(Boolean).join(" ") });
    group.append(element("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 6 }), textAt(x, y, lines[place], ""));
    svg.append(group);
  });
  return svg;
}

/** The graph with its places. Events between the same two states share an arrow; events that lead back to the state are named in it. */
function placed(states) {
  const transitions = states.flatMap((state, from) => state.transitions.map(({ event, to }) => ({ from, to, event })));
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 36, ranksep: 44, edgesep: 24, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const lines = states.map(({ name, current, notes = [] }) => [current ? `${name} (current)` : name, ...notes]);
  for (const { from, to, event } of transitions.filter(({ from, to }) => from === to)) lines[from].push(`↻ ${event}`);
  lines.forEach((texts, place) => graph.setNode(String(place), { width: widest(texts) + 20, height: texts.length * LINE + 14 }));
  for (const { from, to, event } of transitions.filter(({ from, to }) => from !== to)) {
    const [start, end] = [String(from), String(to)];
    const events = [...(graph.hasEdge(start, end) ? graph.edge(start, end).events : []), event];
    graph.setEdge(start, end, { events, width: widest(events), height: events.length * LINE, labelpos: "c" });
  }
  layout(graph);
  return { graph, lines };
}

/** The width of the longest text in pixels. */
function widest(texts) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `12px ${getComputedStyle(document.documentElement).getPropertyValue("--mono")}`;
  return Math.ceil(Math.max(...texts.map((text) => pen.measureText(text).width)));
}

/** A smooth line through the points: curves between the middles of its parts. */
function arrow([first, ...points]) {
  const last = points.at(-1);
  const curves = points.slice(0, -1).map((point, place) => {
    const next = points[place + 1];
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return element("path", { d: `M${first.x} ${first.y}${curves.join("")}L${last.x} ${last.y}`, "marker-end": "url(#arrow)" });
}

/** Lines of text around a point. */
function textAt(x, y, texts, name) {
  const text = element("text", { "text-anchor": "middle", "dominant-baseline": "central", class: name });
  texts.forEach((line, place) => {
    const span = element("tspan", { x, y: y + (place - (texts.length - 1) / 2) * LINE });
    span.textContent = line;
    text.append(span);
  });
  return text;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
