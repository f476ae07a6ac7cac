import { readFileSync, writeFileSync } from "node:fs";
import { UserError } from "../../src/model/user-error.js";
import type { Placed } from "./placed.js";

/** Where the anchor of a row was put. */
export interface TrueAnchor {
  readonly name: string;
  readonly path: string;
  /** 1-based, of the definition, in the file without anchors. */
  readonly line: number;
}

/** What is known of a measured repository: facts alone, none of its text. */
export interface Truth {
  readonly repository: string;
  readonly commit: string;
  readonly document: string;
  /** All rows of the tables that fit. */
  readonly rows: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly placed: "symbol";
  readonly anchors: readonly TrueAnchor[];
}

/** What a placing comes to as facts. */
export function truthOf(repository: string, commit: string, document: string, { rows, count, leftOut }: Placed): Truth {
  const anchors = rows.flatMap(({ names, place }) => names.map((name) => ({ name, path: place.path, line: place.firstLine })));
  return { repository, commit, document, rows: count, leftOut, placed: "symbol", anchors };
}

/** All that is recorded; nothing where there is no file yet. */
export function readTruth(file: string): readonly Truth[] {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Enters a repository, in the place of what was known of it. */
export function recordTruth(file: string, truth: Truth): void {
  const others = readTruth(file).filter(({ repository }) => repository !== truth.repository);
  writeFileSync(file, `${JSON.stringify([...others, truth], null, 2)}\n`);
}

/** Throws unless the clone gives what is recorded: numbers of anchors elsewhere would be other numbers. */
export function sameTruth(recorded: Truth, found: Truth): void {
  if (JSON.stringify(recorded) !== JSON.stringify(found))
    throw new UserError(`The anchors of \`${recorded.repository}\` come out elsewhere than recorded.`, "Is the clone that repository?");
}
