// Session files: they are read, and the session so far is written to the one file that the user has named.
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { play } from "../index.js";
import { Misuse } from "./misuse.js";

/** The text of a file. */
export function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Misuse(`the file \`${path}\` cannot be read: ${reason(error)}; name a session file`);
  }
}

/** Runs the steps of a session file. */
export function open(path) {
  try {
    return play(read(path));
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`the session \`${path}\` cannot be run: ${error.message}`);
  }
}

/** Returns a function that writes a session to the file. A file that exists is replaced only if it is the one that was opened. */
export function writer(path, opened) {
  if (existsSync(path) && !isSame(path, opened)) {
    throw new Misuse(
      `the file \`${path}\` exists; name a new file, or continue the session in it with \`--session ${path} --save ${path}\``,
    );
  }
  const write = (session) => writeFileSync(path, `${JSON.stringify(session, null, 2)}\n`);
  return (session) => {
    try {
      write(session);
    } catch (error) {
      throw new Misuse(`the file \`${path}\` cannot be written: ${reason(error)}; name a file that can be written`);
    }
  };
}

function isSame(path, other) {
  return other !== undefined && statSync(path).isFile() && realpathSync(path) === realpathSync(other);
}

function reason(error) {
  const known = {
    EACCES: "access is denied",
    EISDIR: "it is a folder",
    ENOENT: "there is no such file or folder",
    ENOSPC: "the disk is full",
    ENOTDIR: "a part of its path is not a folder",
    EROFS: "the disk is read-only",
  };
  return known[error.code] ?? error.message;
}
