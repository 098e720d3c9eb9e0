// This file only compiles. The types must accept valid programs and refuse what would throw.
import { Simulator, play, type Outcome, type Response, type Shape } from "../../package/index.js";

const simulator = new Simulator({ seed: 7, start: new Date(0), vintage: "2026", settings: { workflowPace: "when-told" } });
const response: Response = simulator.handle({ method: "POST", url: "https://localhost/", headers: new Headers({ a: "b" }) });
const moduli: string[] = simulator.publicKeys().map((key) => key.n);
const names: string[] = simulator.operations().map((operation) => `${operation.action} ${operation.input.name}`);
const refused = simulator.trace()?.at(-1);
if (refused?.verdict === "refused") console.log(refused.error.name, refused.findings, refused.remedy, response.body, names, moduli);
const patterns = (shape: Shape): (string | undefined)[] => {
  switch (shape.type) {
    case "structure":
      return shape.members.flatMap((member) => patterns(member.shape));
    case "list":
      return patterns(shape.element);
    case "string":
      return [shape.pattern];
    default:
      return [];
  }
};
console.log(simulator.operations().map((operation) => patterns(operation.input)));
const outcomes: Outcome[] = play({ format: "grant-playground/1", steps: [{ as: "111122223333", operation: "ram:ListPermissions" }, { advance: 5 }] });
console.log(outcomes.flatMap((outcome) => outcome.differences));
const continued: Simulator = play(simulator.session()).simulator;
const callers: (string | undefined)[] = [continued.outcome()?.caller?.account, continued.accounts()[0]?.name];
console.log(callers, play(continued.session()).length);

// @ts-expect-error an option that does not exist
new Simulator({ sead: 7 });
// @ts-expect-error a body is text
simulator.handle({ method: "POST", url: "https://localhost/", body: 5 });
// @ts-expect-error a list that a program makes has no simulator
console.log(outcomes.simulator);
// @ts-expect-error seconds are a number
simulator.advance("5");
