// Wrong arguments of a command.

/** Something that the user has to correct. The message is one sentence that says what is wrong, and then what would be right. */
export class Misuse extends Error {}
