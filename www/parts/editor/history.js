// Undo and Redo of the editor.

/** A value and the values before it. */
export class History {
  #past = [];
  #future = [];
  #group;

  constructor(value) {
    this.value = value;
  }

  /**
   * Takes a new value. Changes in a row with the same group (the letters that are typed into a field) are undone together.
   * @returns {boolean} whether the change can be undone on its own
   */
  change(value, group) {
    const joins = group !== undefined && group === this.#group && this.#past.length > 0;
    if (!joins) this.#past.push(this.value);
    this.#future = [];
    this.#group = group;
    this.value = value;
    return !joins;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  undo() {
    this.#travel(this.#past, this.#future);
  }

  redo() {
    this.#travel(this.#future, this.#past);
  }

  #travel(from, to) {
    if (from.length === 0) return;
    to.push(this.value);
    this.value = from.pop();
    this.#group = undefined;
  }
}
