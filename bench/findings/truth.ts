import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a person says of a finding. `arguable`: it depends on what the document may be asked to say. */
export type Verdict = "true" | "false" | "arguable";

/** A finding that was judged by hand. `line` is 1-based. */
export interface JudgedFinding {
  readonly repository: string;
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  /** What stands between backticks in its message, where several findings share the line. */
  readonly name?: string;
  readonly verdict: Verdict;
  readonly why: string;
  /** For a rule of which draws were judged: the draw that it is of, or `beside` for one that was looked at beside them. */
  readonly drawn?: "first" | "again" | "beside";
}

/** A repository and how it was checked. */
export interface JudgedRepository {
  readonly name: string;
  readonly short: string;
  readonly commit: string;
  /** The folder that was checked. */
  readonly root?: string;
  /** The documents that a configuration named; without it, those that are found. */
  readonly documents?: readonly string[];
}

/** How findings were drawn. */
export interface Draw {
  readonly seed: number;
  readonly of: number;
  readonly size: number;
}

/** What was judged. */
export interface FindingsTruth {
  readonly rules: readonly string[];
  /** Of this rule only draws were judged: one before anything was mended, and another one after that, among the others. */
  readonly drawn: { readonly rule: string; readonly first: Draw; readonly again: Draw };
  readonly repositories: readonly JudgedRepository[];
  readonly findings: readonly JudgedFinding[];
}

/** Reads the truth. From one folder below the package's, where bundles believe to be. */
export function readTruth(): FindingsTruth {
  return JSON.parse(readFileSync(fileURLToPath(new URL("../bench/truth/findings.json", import.meta.url)), "utf8")) as FindingsTruth;
}
