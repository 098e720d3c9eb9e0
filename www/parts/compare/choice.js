// The settings as a person chooses them: their values from the published schema, their present values from the session.
import { $defs } from "../../session.schema.json";
import defaults from "../link/defaults.json";
import { button, labelled, make } from "../panel/panel.js";

/** `newLicenseStatus` → `New license status`. */
export const words = (name) => {
  const text = name.replace(/(?=[A-Z])/g, " ").toLowerCase();
  return text[0].toUpperCase() + text.slice(1);
};

/** The editions of the API model. */
export const EDITIONS = $defs.world.properties.vintage.enum;

const NAMES = Object.keys(defaults.settings);

/** The value that a setting has if it is added: another one than in the session. */
export function otherValue(name, present = defaults.settings[name]) {
  if (typeof present === "boolean") return !present;
  const choices = $defs.settings.properties[name]?.enum;
  return choices ? choices.find((choice) => choice !== present) : present;
}

/**
 * The changed settings of a side, and a way to add one.
 * @param {Record<string, unknown>} changed
 * @param {Record<string, unknown>} present the settings of the session
 * @param {(settings: Record<string, unknown>) => void} tell takes the changed settings
 */
export function settingChoice(changed, present, tell) {
  const rows = Object.entries(changed).map(([name, value]) => {
    const control = controlOf(name, value, (value) => tell({ ...changed, [name]: value }));
    const remove = button("Remove", () => tell(Object.fromEntries(Object.entries(changed).filter(([other]) => other !== name))), "small");
    remove.setAttribute("aria-label", `Remove ${words(name)}`);
    return make("li", {}, labelled(words(name), control), make("p", { class: "hint" }, make("reference-text", { of: `setting:${name}` })), remove);
  });
  const add = make(
    "select",
    { onchange: () => add.value && tell({ ...changed, [add.value]: otherValue(add.value, present?.[add.value]) }) },
    make("option", { value: "" }, "Choose a setting"),
    ...NAMES.filter((name) => !(name in changed)).map((name) => make("option", { value: name }, words(name))),
  );
  return [rows.length > 0 && make("ul", { class: "settings" }, ...rows), labelled("Change a setting", add)];
}

function controlOf(name, value, tell) {
  if (typeof value === "number") {
    const field = make("input", { type: "number", min: 0, step: 1, value, onchange: () => field.reportValidity() && field.value && tell(Number(field.value)) });
    return field;
  }
  const choices = typeof value === "boolean" ? [["true", "Yes"], ["false", "No"]] : $defs.settings.properties[name].enum.map((choice) => [choice, words(choice.replaceAll("-", " "))]);
  const select = make(
    "select",
    { onchange: () => tell(typeof value === "boolean" ? select.value === "true" : select.value) },
    ...choices.map(([choice, label]) => make("option", { value: choice, selected: choice === String(value) }, label)),
  );
  return select;
}
