import type { Subject } from "./subject.js";

/** A place in a file of the repository as it is; lines are 1-based. */
export interface At {
  readonly path: string;
  readonly line: number;
}

/** A repository in which something is not where, or what, its row says. */
export interface Mutant {
  /** What is wrong now, one list of names for each; a finding on any of its names tells of it. */
  readonly targets: readonly (readonly string[])[];
  /** The rules that may tell. */
  readonly rules: readonly string[];
  /** The texts that change. */
  readonly files: ReadonlyMap<string, string>;
  readonly from: At;
  readonly to: At;
  /** What cannot be seen from the places. */
  readonly note: string;
}

/** What decides which mutants are made. */
export interface Draws {
  readonly seed: number;
  /** How many of each kind that leaves a choice are made for an anchor or a row. */
  readonly perAnchor: number;
}

/** One way to damage a repository. */
export interface Kind {
  readonly id: string;
  readonly mutants: (subject: Subject, draws: Draws) => readonly Mutant[];
}

/** The rules that judge where an anchor stands. */
export const placeRules = ["misplaced-anchor"];

/** The rules that judge whether a row is still true of its code. */
export const rowRules = ["stale-explanation", "misplaced-anchor"];
