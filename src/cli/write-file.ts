import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../model/user-error.js";

/** Writes a file as a whole or not at all: under a name of its own first, then renamed. Folders are made. Throws a `UserError` where that fails. */
export function writeFileAtomically(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UserError(
      `\`${path}\` cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      "Check the path after `--output`.",
    );
  }
}
