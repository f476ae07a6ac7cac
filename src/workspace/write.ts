import { randomUUID } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { FileChange } from "../model/fixing.js";
import { UserError } from "../model/user-error.js";
import { decode } from "./decode.js";
import { type Located, locateIn } from "./locate.js";

/** A file's content as it may be replaced, its byte order mark included, or why it may not. */
export type Replaceable = { readonly kind: "content"; readonly content: string } | { readonly kind: "refused"; readonly reason: string };

/** Changes files under one root. */
export interface Writer {
  /** The content of the file that was read as `text`. */
  readonly contentOf: (path: string, text: string) => Replaceable;
  /** Writes all of the changes or none. Throws a `UserError` where that fails. */
  readonly write: (changes: readonly FileChange[]) => void;
}

const mark = Buffer.from("\uFEFF");

const refused = (reason: string): Replaceable => ({ kind: "refused", reason });

/** Holds a file against the text that it was read as. Whatever does not come back byte for byte would be changed outside of the edits too. */
function compared(bytes: Buffer, text: string): Replaceable {
  const content = bytes.subarray(0, mark.length).equals(mark) ? `${mark}${text}` : text;
  if (bytes.equals(Buffer.from(content))) return { kind: "content", content };
  const now = decode(bytes);
  return refused(now.kind === "text" && now.text === text ? "its bytes are not those of its text" : "it changed since it was read");
}

/** Writes beside the file, with its mode and where possible its owner; the result is the path of what was written. */
function writeBeside(path: string, bytes: Buffer, { mode, uid, gid }: Stats): string {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: "wx", mode: mode & 0o777 });
    const made = statSync(temporary);
    if (made.uid !== uid || made.gid !== gid) giveTo(temporary, uid, gid);
    // What is created loses the bits of the umask, and with another owner some more.
    chmodSync(temporary, mode & 0o7777);
    return temporary;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only root may give files away: for everybody else the file is the writer's from now on, as with any editor that replaces files. */
function giveTo(path: string, uid: number, gid: number): void {
  try {
    chownSync(path, uid, gid);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) throw error;
  }
}

interface Prepared {
  readonly change: FileChange;
  readonly absolute: string;
  readonly stats: Stats;
  readonly temporary: string;
}

function prepared(change: FileChange, located: Located): Prepared {
  if (located.kind !== "found") throw new UserError(`\`${change.path}\` cannot be fixed: it is gone, or leads out of the root.`);
  const bytes = Buffer.from(change.after);
  // Half of a character that is written as two units has no bytes of its own.
  if (bytes.toString() !== change.after) throw new Error(`the fixed text of ${change.path} is not Unicode`);
  return { change, absolute: located.absolute, stats: located.stats, temporary: writeBeside(located.absolute, bytes, located.stats) };
}

function replace({ change, absolute, temporary }: Prepared): void {
  if (!readFileSync(absolute).equals(Buffer.from(change.before)))
    throw new UserError(`\`${change.path}\` cannot be fixed: it changed since it was read.`);
  renameSync(temporary, absolute);
}

/** Puts back what stood there before. */
function restore({ change, absolute, stats }: Prepared): void {
  renameSync(writeBeside(absolute, Buffer.from(change.before), stats), absolute);
}

/** The way to change files under a root. Links are followed only to what lies under the root too. */
export function openWriter(root: string): Writer {
  const contentOf = (path: string, text: string): Replaceable => {
    const located = locateIn(root)(path);
    if (located.kind !== "found" || !located.stats.isFile()) return refused("it is no file under the root");
    try {
      // A file that may not be written is not to be replaced either, though its folder would let that happen.
      closeSync(openSync(located.absolute, "r+"));
      accessSync(dirname(located.absolute), constants.W_OK);
      return compared(readFileSync(located.absolute), text);
    } catch (error) {
      return refused(error instanceof Error && "code" in error ? `it cannot be written (${error.code})` : String(error));
    }
  };

  const write = (changes: readonly FileChange[]): void => {
    const ready: Prepared[] = [];
    const done: Prepared[] = [];
    try {
      for (const change of changes) ready.push(prepared(change, locateIn(root)(change.path)));
      for (const file of ready) {
        replace(file);
        done.push(file);
      }
    } catch (error) {
      for (const file of done) restore(file);
      for (const { temporary } of ready) rmSync(temporary, { force: true });
      if (!(error instanceof Error) || !(error instanceof UserError || "code" in error)) throw error;
      throw new UserError(error.message.replace(/\.?$/, "."), "Nothing was changed. Run it again when the files are at rest.");
    }
  };

  return { contentOf, write };
}
