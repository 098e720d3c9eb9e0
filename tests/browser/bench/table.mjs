// What both tables of the benchmark share.

/** The middle one of some numbers. */
export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Milliseconds for a person. */
export const shown = (milliseconds) => (milliseconds < 100 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`);

/** Prints a row: the first cell to the left, the others to the right. */
export const printRow = (first, ...cells) => console.log(first.padEnd(54) + cells.map((cell) => cell.padStart(18)).join(""));
