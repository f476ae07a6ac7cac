import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { UserError } from "../model/user-error.js";

/** Writes beside the file first, under a name of its own, then puts it in the file's place. */
function replaceFile(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    // A new file has the mode of its maker, not of the file that it replaces.
    if (existsSync(path)) chmodSync(temporary, statSync(path).mode & 0o7777);
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw error;
  }
}

/** Makes a folder and those above it. One by one: on file systems that refuse, Node's own recursion never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/**
 * Writes a file as a whole or not at all. Folders are made, and a link keeps leading where it leads; a pipe or a device is
 * written to, never replaced. Throws a `UserError` where that fails.
 */
export function writeFileAtomically(path: string, text: string, hint = "Check the path after `--output`."): void {
  try {
    makeFolder(dirname(path));
    const target = existsSync(path) ? realpathSync(path) : path;
    if (existsSync(target) && !statSync(target).isFile()) writeFileSync(target, text);
    else replaceFile(target, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`\`${path}\` cannot be written: ${reason}.`, hint);
  }
}

/** Writes a file that the program chose itself: never through a link that leads out of the root. */
export function writeInsideRoot(root: string, path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const below = relative(realpathSync(root), existsSync(path) ? target : join(realpathSync(root), basename(path)));
  if (below.startsWith("..") || isAbsolute(below)) throw new UserError(`\`${path}\` leads out of the root.`, "Make it an ordinary file.");
  writeFileAtomically(path, text, "Make its folder one that you may write to.");
}
