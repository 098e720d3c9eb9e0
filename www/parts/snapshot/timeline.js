// Steps at their times. The clock of the session stands still during calls, so that `advance` steps set it.

/** What happens first at the same time. */
export const RANK = { resource: 0, license: 1, permission: 2, share: 3, grant: 4, late: 5 };

/** A time of a snapshot as a number. @param {string} time */
export function milliseconds(time) {
  const number = Date.parse(time);
  if (Number.isNaN(number)) throw new Error(`${time} is no time.`);
  return number;
}

export class Timeline {
  /** @param {number} start in milliseconds @param {{ workflowPace: string }} settings */
  constructor(start, { workflowPace, workflowOutcome }) {
    this.clock = Math.floor(start / 1000);
    this.outcome = workflowOutcome;
    this.isTold = workflowPace === "when-told";
    this.events = [];
    this.work = new Map();
  }

  /** Adds a step. @param {string | number} time `Infinity`: after all others @param {number} rank one of `RANK` */
  at(time, rank, step) {
    this.events.push({ time: typeof time === "number" ? time : milliseconds(time), rank, step });
  }

  /**
   * Asynchronous work ended at this time.
   * @param {string | number} time
   * @param {{ ids?: string[], outcome?: "completes" | "fails" }} work the IDs of the grants that it created, and how it ended
   */
  settle(time, { ids = [], outcome } = {}) {
    const at = typeof time === "number" ? time : milliseconds(time);
    const earlier = this.work.get(at);
    this.work.set(at, { ids: [...(earlier?.ids ?? []), ...ids], outcome: outcome ?? earlier?.outcome });
  }

  /** The steps in order of their times. */
  steps() {
    const steps = [];
    const times = new Set([...this.events.map(({ time }) => time), ...this.work.keys()]);
    const byTime = grouped(this.events);
    for (const time of [...times].sort((one, other) => one - other)) {
      steps.push(...this.forward(time));
      for (const { step } of (byTime.get(time) ?? []).sort((one, other) => one.rank - other.rank)) steps.push(step);
    }
    return steps;
  }

  /** Moves the clock, which ends asynchronous work unless it has to be told. */
  forward(time) {
    const work = this.work.get(time);
    const seconds = Number.isFinite(time) ? Math.max(0, Math.floor(time / 1000) - this.clock) : 0;
    this.clock += seconds;
    const outcome = work?.outcome && work.outcome !== this.outcome ? [{ change: { settings: { workflowOutcome: work.outcome } } }] : [];
    this.outcome = work?.outcome ?? this.outcome;
    const ids = work?.ids.length ? { ids: work.ids } : {};
    if (seconds > 0 && work && !this.isTold) return [...outcome, { ...ids, advance: seconds }];
    return [...(seconds > 0 ? [{ advance: seconds }] : []), ...(work ? [...outcome, { ...ids, settle: true }] : [])];
  }
}

function grouped(events) {
  const groups = new Map();
  for (const event of events) {
    const group = groups.get(event.time);
    if (group) group.push(event);
    else groups.set(event.time, [event]);
  }
  return groups;
}
