// The clock of the session.

/** The options of a new session that has this clock. */
export function beginning(clock) {
  if (clock === "session") return {};
  return { start: now().toISOString(), settings: { tickMilliseconds: 0 } };
}

/** Prepares a session that was opened, and returns a function to call before each request. With the real clock, a call takes no time. */
export function starter(clock, simulator, isOpened) {
  if (clock === "session") return () => {};
  if (isOpened) simulator.intervene({ settings: { tickMilliseconds: 0 } });
  return () => {
    const behind = (now() - Date.parse(simulator.now)) / 1000;
    if (behind >= 1) simulator.advance(Math.floor(behind));
  };
}

/** The time of this computer, in whole seconds. */
function now() {
  return new Date(Math.floor(Date.now() / 1000) * 1000);
}
