// The stored sessions, as the program stores them (`src/web/storage/database.rs`): a record for each session and one for each step.
// A session that continues an earlier one differently says with how many steps of which session it begins; the sessions that begin
// alike are one row of the list, which opens the one that changed last.
import { openDB } from "idb";

const NAME = "grant-playground";
const STORES = ["sessions", "steps", "page"];

/** The key in the store `page` of the time at which a session changed. */
const timeOf = (id) => `changed ${id}`;

export class Shelf {
  static async open() {
    const shelf = new Shelf();
    shelf.database = await openDB(NAME);
    return shelf;
  }

  /** The sessions, the one that changed last first. `current`: the id of the open one. */
  async sessions(current) {
    const heads = await this.heads();
    const families = new Map();
    for (const id of heads.keys()) {
      const first = root(heads, id);
      families.set(first, [...(families.get(first) ?? []), id]);
    }
    const rows = await Promise.all([...families].map(([first, members]) => this.row(heads, first, members, current)));
    return rows.filter(({ steps, isOpen }) => steps > 0 || isOpen).sort((one, other) => other.isOpen - one.isOpen || other.changed - one.changed);
  }

  async row(heads, first, members, current) {
    const times = await Promise.all(members.map(async (id) => [id, Number((await this.database.get("page", timeOf(id))) ?? 0)]));
    const newest = times.reduce((one, other) => (other[1] >= one[1] ? other : one));
    const isOpen = members.includes(current);
    const [id, changed] = isOpen ? [current, newest[1]] : newest;
    const steps = await this.count(heads, id);
    return { id, title: titleOf(headOf(heads, id)) || "Untitled session", steps, changed, isOpen };
  }

  /** The other sessions that begin like the open one, each with the number of steps that it shares with it. The longest one first. */
  async branches(current) {
    const heads = await this.heads();
    const line = lineage(heads, current);
    const members = [...heads.keys()].filter((id) => id !== current && root(heads, id) === root(heads, current));
    const rows = await Promise.all(members.map(async (id) => ({ id, shared: common(line, lineage(heads, id)), steps: await this.count(heads, id) })));
    // A branch that has nothing of its own is an earlier point of this session.
    return rows.filter(({ shared, steps }) => steps > shared).sort((one, other) => other.steps - one.steps);
  }

  async heads() {
    const [keys, values] = await Promise.all([this.database.getAllKeys("sessions"), this.database.getAll("sessions")]);
    return new Map(keys.map((key, place) => [key, values[place]]));
  }

  /** The steps of a session as texts, with those of the sessions that it begins with. */
  async steps(heads, id, end = Infinity) {
    const base = baseOf(heads.get(id));
    const before = base && heads.has(base.id) ? await this.steps(heads, base.id, base.shared) : [];
    const own = await this.database.getAll("steps", IDBKeyRange.bound([id, base?.shared ?? 0], [id, end], false, true));
    return [...before, ...own];
  }

  /** How many steps a session has. */
  async count(heads, id) {
    const shared = baseOf(heads.get(id))?.shared ?? 0;
    return shared + (await this.database.count("steps", IDBKeyRange.bound([id, shared], [id, Infinity])));
  }

  /** The session as one text in the session format. */
  async text(id) {
    const heads = await this.heads();
    const steps = await this.steps(heads, id);
    return JSON.stringify({ ...JSON.parse(headOf(heads, id)), steps: steps.map((step) => JSON.parse(step)) }, null, 2);
  }

  async rename(id, title) {
    const heads = await this.heads();
    const first = root(heads, id);
    const writing = this.database.transaction("sessions", "readwrite");
    for (const [member, record] of heads) {
      if (root(heads, member) === first) writing.store.put(retitled(record, title), member);
    }
    await writing.done;
  }

  /** Stores a copy under an id of its own. */
  async duplicate(id, title) {
    const heads = await this.heads();
    const steps = await this.steps(heads, id);
    const copy = `copy-${crypto.randomUUID()}`;
    const writing = this.database.transaction(STORES, "readwrite");
    writing.objectStore("sessions").put(retitled(headOf(heads, id), title), copy);
    steps.forEach((step, number) => writing.objectStore("steps").put(step, [copy, number]));
    writing.objectStore("page").put(String(Date.now()), timeOf(copy));
    await writing.done;
  }

  /** Deletes a row of the list. Returns its records, so that it can be restored. */
  async remove(id) {
    const heads = await this.heads();
    const first = root(heads, id);
    const records = [];
    const writing = this.database.transaction(STORES, "readwrite");
    const page = writing.objectStore("page");
    for (const member of [...heads.keys()].filter((other) => root(heads, other) === first)) {
      records.push(["sessions", member, heads.get(member)]);
      const range = IDBKeyRange.bound([member, 0], [member, Infinity]);
      const [keys, values] = await Promise.all([writing.objectStore("steps").getAllKeys(range), writing.objectStore("steps").getAll(range)]);
      keys.forEach((key, place) => records.push(["steps", key, values[place]]));
      const time = timeOf(member);
      const changed = await page.get(time);
      if (changed !== undefined) records.push(["page", time, changed]);
      page.delete(time);
      writing.objectStore("sessions").delete(member);
      writing.objectStore("steps").delete(range);
    }
    await writing.done;
    return records;
  }

  async restore(records) {
    const writing = this.database.transaction(STORES, "readwrite");
    for (const [store, key, value] of records) writing.objectStore(store).put(value, key);
    await writing.done;
  }
}

/** With which steps of which session a session begins: the line `12 visit-3` at the beginning of its record. */
function baseOf(record) {
  const match = /^(\d+) ([^\n]+)/.exec(record ?? "");
  return match && { line: match[0], shared: Number(match[1]), id: match[2] };
}

/** The session without its steps. If its own record does not have it, it is that of the session with which it begins. */
function headOf(heads, id) {
  const record = heads.get(id);
  const base = baseOf(record);
  if (!base) return record;
  return record.length > base.line.length ? record.slice(base.line.length + 1) : headOf(heads, base.id);
}

/** A session and those with which it begins, the nearest first: from each, the number of steps that belong to this one. */
function lineage(heads, id, shared = Infinity) {
  const base = baseOf(heads.get(id));
  const before = base && heads.has(base.id) ? lineage(heads, base.id, Math.min(shared, base.shared)) : [];
  return [[id, shared], ...before];
}

/** How many steps two lineages share: those of the nearest session that is in both. */
function common(line, other) {
  const found = line.find(([id]) => other.some(([member]) => member === id));
  return found ? Math.min(found[1], other.find(([id]) => id === found[0])[1]) : 0;
}

/** The session with which all others of its row begin. */
function root(heads, id) {
  const base = baseOf(heads.get(id));
  return base && heads.has(base.id) ? root(heads, base.id) : id;
}

function titleOf(head) {
  try {
    return JSON.parse(head).title ?? "";
  } catch {
    return "";
  }
}

/** A record with another title. A record that has none stays as it is. */
function retitled(record, title) {
  const line = baseOf(record)?.line;
  if (record === line) return record;
  const head = JSON.stringify({ ...JSON.parse(line === undefined ? record : record.slice(line.length + 1)), title });
  return line === undefined ? head : `${line}\n${head}`;
}
