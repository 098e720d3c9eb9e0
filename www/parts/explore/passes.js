// What passes from here: every call that was tried, by the resource that it names.
import { button, labelled, make, sentences } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { Job } from "./job.js";
import { filtered } from "./rows.js";
import { compose, input } from "./steps.js";
import { accountName, changeText, counted, number, operationName, shortArn } from "./words.js";

/** How many rows of a group are shown at first. */
const ROWS = 50;

/** Up to how many rows all groups are open. */
const OPEN_ROWS = 80;

/** @param {import("../explore-panel.js").Context} context */
export function passesView({ data, passes, closed }) {
  const job = new Job(closed);
  const result = make("div", { class: "explore-result" });
  const count = make("p", { class: "hint", role: "status" });
  const account = make("select", {}, make("option", { value: "" }, "All accounts"), ...Object.keys(data.accounts).map((id) => make("option", { value: id }, accountName(id, data))));
  const operation = make("input", { type: "search" });
  const passing = make("input", { type: "checkbox", checked: true });
  const changing = make("input", { type: "checkbox" });
  let answer;
  const show = () => {
    const groups = filtered(answer.groups, { account: account.value, operation: operation.value, passing: passing.checked, changing: changing.checked });
    const rows = groups.reduce((sum, { calls }) => sum + calls.length, 0);
    const end = answer.cut ? " The limit of tries was reached, so some calls were not tried." : "";
    count.textContent = `${number(rows)} of ${counted(answer.tried, "tried call")}.${end}`;
    result.replaceChildren(...groups.map((group, place) => groupView(group, data, place === 0 || rows <= OPEN_ROWS)));
  };
  for (const control of [account, operation, passing, changing]) control.addEventListener("input", () => answer && show());
  const search = async () => {
    const found = await job.run(passes);
    if (!found) return;
    answer = found;
    again.hidden = true;
    show();
  };
  const again = button("Search", search, "primary");
  search();
  return [
    make("p", { class: "hint" }, "Every operation was tried on a copy of this state, by every account, with proposals for its input."),
    make("div", { class: "explore-controls" }, labelled("Account", account), labelled("Operation", operation), again),
    make("div", { class: "actions" }, check("Only what passes", passing), check("Without calls that only read", changing)),
    job.element,
    count,
    result,
  ];
}

const check = (label, box) => make("label", { class: "check" }, box, make("span", {}, label));

/** The calls about one resource. The table is made when it is first shown. */
function groupView({ resource, kind, name, calls, all }, data, open) {
  const title = resource === undefined ? "Calls that name no resource" : `${capital(kind)} ${name ?? shortArn(resource)}`;
  const details = make("details", { class: "explore-group" }, make("summary", {}, make("strong", {}, title), " ", make("span", { class: "hint" }, `${number(calls.length)} of ${counted(all, "call")}`)));
  const fill = () => {
    if (!details.open || details.children.length > 1) return;
    if (resource !== undefined) details.append(make("p", {}, make("code", {}, resource)));
    details.append(table(title, calls, data));
  };
  details.addEventListener("toggle", fill);
  details.open = open;
  fill();
  return details;
}

function table(title, calls, data) {
  const body = make("tbody", {}, ...calls.slice(0, ROWS).map((call) => row(call, data)));
  const head = make("thead", {}, make("tr", {}, ...["Operation", "Caller", "Result"].map((text) => make("th", { scope: "col" }, text)), make("th", { scope: "col" }, make("span", { class: "visually-hidden" }, "Form"))));
  const scroll = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, make("table", {}, head, body));
  if (calls.length <= ROWS) return scroll;
  const more = button(`Show ${number(calls.length - ROWS)} more`, () => {
    body.append(...calls.slice(ROWS).map((call) => row(call, data)));
    more.remove();
    scroll.focus();
  });
  return make("div", {}, scroll, more);
}

function row({ call, roles, status, error, message, changes, rule, findings, remedy }, data) {
  const operation = operationName(call.operation);
  const put = button("Use", () => compose(call), "small");
  put.setAttribute("aria-label", `Put ${operation} as ${accountName(call.as, data)} into the form`);
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, make("code", {}, operation), input(call.input)),
    make("td", { class: "explore-caller" }, accountName(call.as, data), roles.length > 0 && make("p", { class: "hint" }, roles.join(", "))),
    make("td", {}, make("span", { class: `mark ${error ? "bad" : "good"}` }, String(status)), ...(error ? refusal(error, message, rule, findings, remedy) : [sentences(changes.map(changeText), "")])),
    make("td", { class: "explore-use" }, put),
  );
}

const refusal = (error, message, rule, findings = [], remedy = "") => [
  ` ${error}`,
  message && make("p", { class: "hint" }, message),
  make("details", {}, make("summary", {}, "Why"), rule && make("p", {}, ...prose(rule.text)), sentences(findings), make("p", {}, ...prose(remedy))),
];

const capital = (kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll("-", " ")}`;
