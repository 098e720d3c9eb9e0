// A row of tabs with their panels. It is one tab stop, and the arrow keys move between the tabs.
import { make } from "../panel/panel.js";

/**
 * @param {string} label the name of the row
 * @param {{ id: string, title: string, build: (panel: HTMLElement) => void }[]} tabs a panel is built when it is first shown
 * @param {string} first the id of the tab that is shown first
 * @returns {HTMLElement[]} the row and the panels
 */
export function tabs(label, tabs, first) {
  const built = new Set();
  const buttons = tabs.map(({ id, title }) => make("button", { type: "button", role: "tab", id: `explore-tab-${id}`, "aria-controls": `explore-panel-${id}`, onclick: () => select(id) }, title));
  const panels = tabs.map(({ id }) => make("div", { role: "tabpanel", id: `explore-panel-${id}`, class: "explore-tab", "aria-labelledby": `explore-tab-${id}` }));
  const select = (id) => {
    tabs.forEach((tab, place) => {
      const isSelected = tab.id === id;
      buttons[place].setAttribute("aria-selected", String(isSelected));
      buttons[place].tabIndex = isSelected ? 0 : -1;
      panels[place].hidden = !isSelected;
      if (!isSelected || built.has(id)) return;
      built.add(id);
      tab.build(panels[place]);
    });
  };
  const row = make("div", { class: "tabs", role: "tablist", "aria-label": label, onkeydown }, ...buttons);
  function onkeydown(event) {
    const place = buttons.indexOf(event.target);
    const next = { ArrowRight: (place + 1) % tabs.length, ArrowLeft: (place - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    select(tabs[next].id);
    buttons[next].focus();
  }
  select(first);
  return [make("div", { class: "bar" }, row), ...panels];
}
