import { createHash } from "node:crypto";
import type { SetName } from "../accuracy/repositories.js";
import written from "../truth/rows.json" with { type: "json" };

/** A row about a line of public code: true of the construct that begins there. */
export interface WrittenRow {
  readonly name: string;
  /** 1-based. */
  readonly line: number;
  /** Of the line's text without blanks around: the first 12 hexadecimal digits of its SHA-256. */
  readonly digest: string;
  /** The explanation, in Markdown. */
  readonly row: string;
  /** What the anchor's own comment says; lines end with `\n`. */
  readonly comment?: string;
}

/** The rows about one file of a public repository. */
export interface RowsOfFile {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly set: SetName;
  readonly rows: readonly WrittenRow[];
}

/** All rows, in the order of the file. */
export function writtenRows(): readonly RowsOfFile[] {
  return written.map((file) => ({ ...file, set: file.set === "held-out" ? "held-out" : "tuning" }));
}

/** The digest of a line. */
export function digestOf(line: string): string {
  return createHash("sha256").update(line.trim()).digest("hex").slice(0, 12);
}
