// Random values: numbers from a seed, inputs of a shape, and changes that make them invalid.

/** The limit of a body. */
export const BODY_LIMIT = 262_144;

/** Random numbers from a seed (mulberry32). The same seed gives the same numbers everywhere. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to 1, without 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `end`, without `end`. */
  below(end) {
    return Math.floor(this.next() * end);
  }

  /** True with this probability. */
  chance(part) {
    return this.next() < part;
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}

const PIECES = ["a", "Z", "0", "-", ":", "/", "*", "ä", "\u{1f600}", "\ud800", "\udfff", "\0", "\n", '"', "\\", "${", "}", "{", "arn:aws:", " ", "\u2028", "\ufeff", "%", "%zz", "&", "="];
const HOSTILE = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "length", "\ud800", "$serde_json::private::Number", "$serde_json::private::RawValue"];
const NUMBERS = [0, -0, -1, 1, 2, 100, 0.5, 1e308, 5e-324, -1e-7, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, 2 ** 64, -(2 ** 63), 86400, 1700000000];

/** A length: usually short, sometimes up to the limit of a body. */
function length(random) {
  const most = random.pick([1, 3, 3, 3, 3, 12, 12, 12, 12, 64, 64, 300, 2100, 2100, 20_000, random.pick([12, BODY_LIMIT])]);
  return random.below(most + 1);
}

/** A text of any kind. */
export function text(random) {
  if (random.chance(0.2)) return random.pick(HOSTILE);
  const piece = random.pick(PIECES);
  if (random.chance(0.4)) return piece.repeat(Math.ceil(length(random) / piece.length));
  return Array.from({ length: random.below(12) }, () => random.pick(PIECES)).join("");
}

/** Nested lists or objects. */
function nested(random) {
  const depth = random.pick([2, 20, 120, 126, 127, 128, 129, 500, 2000]);
  let value = random.pick([null, 1, "a"]);
  const key = random.pick(["a", ...HOSTILE]);
  const isList = random.chance(0.5);
  for (let level = 0; level < depth; level += 1) value = isList ? [value] : object([[key, value]]);
  return value;
}

/** An object with these own keys, also `__proto__`. */
function object(entries) {
  const made = {};
  for (const [key, value] of entries) Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

/** Any JSON value. */
export function anything(random, depth = 0) {
  const kind = random.below(depth < 3 ? 9 : 5);
  switch (kind) {
    case 0: return null;
    case 1: return random.chance(0.5);
    case 2: return random.pick(NUMBERS);
    case 3: case 4: return text(random);
    case 5: return Array.from({ length: random.below(4) }, () => anything(random, depth + 1));
    case 6: return object(Array.from({ length: random.below(4) }, () => [text(random).slice(0, 200), anything(random, depth + 1)]));
    case 7: return new Array(length(random)).fill(random.pick([null, 0, "", "a"])).map((value) => random.chance(0.001) ? {} : value);
    default: return nested(random);
  }
}

/** Values from earlier requests and responses, by member: IDs, ARNs, tokens. */
export class Pool {
  #seen = new Map();

  /** Stores the strings and numbers of a value. */
  learn(value, name = "") {
    if (typeof value === "string" || typeof value === "number") {
      if (String(value).length > 5000) return;
      const key = name.toLowerCase();
      const seen = this.#seen.get(key) ?? [];
      if (seen.length < 40 && !seen.includes(value)) seen.push(value);
      this.#seen.set(key, seen);
    } else if (Array.isArray(value)) {
      for (const item of value.slice(0, 40)) this.learn(item, name);
    } else if (value !== null && typeof value === "object") {
      for (const [key, member] of Object.entries(value).slice(0, 40)) this.learn(member, key);
    }
  }

  /** An earlier value of a member with this name, or with a name that has the same ending. */
  find(random, name) {
    const key = name.toLowerCase();
    const alike = key.endsWith("arn") || key.endsWith("arns") ? [...this.#seen.keys()].filter((other) => /arns?$/.test(other)) : [];
    const seen = this.#seen.get(random.chance(0.8) || alike.length === 0 ? key : random.pick(alike));
    return seen === undefined ? undefined : random.pick(seen);
  }
}

/** An input of a shape, usually valid. */
export function ofShape(random, shape, pool, name = "") {
  switch (shape.type) {
    case "structure": {
      const members = shape.members.filter(({ required }) => random.chance(required ? 0.98 : 0.4));
      return object(members.map((member) => [member.name, ofShape(random, member.shape, pool, member.name)]));
    }
    case "list": {
      const count = random.pick([0, 1, 1, 1, 2, 3, shape.maxLength ?? 1]);
      return Array.from({ length: Math.min(count, 101) }, () => ofShape(random, shape.element, pool, name));
    }
    case "boolean": return random.chance(0.5);
    case "integer": case "long": case "timestamp": return (random.chance(0.3) && pool.find(random, name)) || random.pick([shape.min ?? 0, shape.max ?? 10, 1, 2, 60]);
    default: {
      const known = pool.find(random, name);
      if (known !== undefined && random.chance(0.85)) return String(known);
      if (shape.values !== undefined && random.chance(0.9)) return random.pick(shape.values);
      return random.chance(0.5) ? `text-${random.below(5)}` : text(random);
    }
  }
}

/** The places inside a value, except very deep ones: the object or list, and the key. */
function places(value, found = [], depth = 0) {
  if (value !== null && typeof value === "object" && found.length < 400 && depth < 200) {
    for (const key of Object.keys(value).slice(0, 400)) {
      found.push([value, key]);
      places(value[key], found, depth + 1);
    }
  }
  return found;
}

/** A copy, unless the value is too deep. */
function copied(value) {
  try {
    return structuredClone(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** Changes a value somewhere inside, in place. */
export function spoil(random, value, repeated = BODY_LIMIT) {
  const found = places(value);
  if (found.length === 0) return;
  const [holder, key] = random.pick(found);
  const put = (made) => Object.defineProperty(holder, key, { value: made, enumerable: true, configurable: true, writable: true });
  const old = holder[key];
  switch (random.below(8)) {
    case 0: return Array.isArray(holder) ? void holder.splice(Number(key), 1) : void delete holder[key];
    case 1: return put(text(random));
    case 2: return put(random.pick(NUMBERS));
    case 3: return put(copied(random.pick(found).reduce((other, name) => other[name])));
    case 4: {
      // Many elements, up to the limit.
      const one = random.chance(0.3) ? {} : Array.isArray(old) && old.length > 0 ? old[0] : old;
      const size = (JSON.stringify(one)?.length ?? 1) + 1;
      return put(new Array(random.below(Math.ceil(random.pick([20, 300, 5000, repeated]) / size)) + 1).fill(one));
    }
    case 5: {
      if (typeof old !== "string") return put(anything(random));
      // JSON inside a text: templates and policies.
      let inner;
      try {
        inner = JSON.parse(old);
      } catch {
        const at = random.below(old.length + 1);
        return put(old.slice(0, at) + text(random) + old.slice(at + random.below(3)));
      }
      if (inner === null || typeof inner !== "object") return put(`[${old}]`);
      spoil(random, inner, repeated / 2);
      return put(JSON.stringify(inner));
    }
    case 6: {
      if (Array.isArray(holder)) return void holder.push(anything(random));
      const name = random.pick([...HOSTILE, text(random).slice(0, 2000)]);
      return void Object.defineProperty(holder, name, { value: anything(random), enumerable: true, configurable: true, writable: true });
    }
    default: return put(anything(random));
  }
}

/** Changes a text: shortens it, doubles it, or replaces characters. */
export function spoilText(random, whole) {
  const at = random.below(whole.length + 1);
  const end = Math.min(whole.length, at + random.below(random.pick([2, 20, 2000])));
  const between = random.pick(["", text(random), whole.slice(at, end).repeat(2), random.pick(['"', "{", "}", "[", "]", ",", "\\ud800", "\\", "null", "1e999"])]);
  return whole.slice(0, at) + between + whole.slice(end);
}

/** Inputs of a shape in which one list or one text fills the body up to the limit. */
export function* filled(random, shape, pool, room = BODY_LIMIT - 2_000) {
  if (shape.type === "structure") {
    const required = { ...shape, members: shape.members.filter(({ required }) => required) };
    let base = ofShape(random, required, pool);
    // A random text can be long, so most of the body is left for the filled member.
    while (JSON.stringify(base).length > room / 2) base = ofShape(random, required, pool);
    for (const { name, shape: member } of shape.members) {
      for (const value of filled(random, member, pool, room - JSON.stringify(base).length)) yield { ...base, [name]: value };
    }
  } else if (shape.type === "list") {
    for (const one of [{}, "", null, ofShape(random, shape.element, pool)]) {
      const { length } = JSON.stringify(one);
      if (length < room / 2) yield new Array(Math.floor(room / (length + 1))).fill(one);
    }
    for (const value of filled(random, shape.element, pool, room)) yield [value];
  } else if (shape.type === "string") {
    const one = shape.values?.[0] ?? pool.find(random, shape.name) ?? "arn:aws:";
    yield "a".repeat(room);
    yield String(one).repeat(Math.floor(room / String(one).length));
  }
}
