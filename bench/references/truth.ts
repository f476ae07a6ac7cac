import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A reference of a document, judged by hand. `line` is 1-based. */
export interface TrueReference {
  readonly repository: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly kind: string;
  readonly verdict: "right" | "wrong" | "undecidable" | "not-a-reference";
  readonly drawn: boolean;
  /** The document's part that it stands in, where that is no table that pairs specification and code. */
  readonly scope?: string;
}

/** A name of an anchor table, or a checked invariant without a row, with its places as `path:line`. */
export interface TrueName {
  readonly repository: string;
  readonly name: string;
  readonly definition: string;
  readonly checkedBy: readonly string[];
}

/** An invariant that a configuration checks, and whether a name cell of a table has it. */
export interface TrueInvariant {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly documented: boolean;
}

/** What was found by hand. */
export interface Truth {
  readonly seed: number;
  readonly repositories: readonly { readonly name: string; readonly short?: string; readonly root?: string; readonly commit: string }[];
  readonly references: readonly TrueReference[];
  readonly names: readonly TrueName[];
  readonly undocumented: readonly TrueName[];
  readonly dMLInvariants: readonly TrueInvariant[];
}

/** Reads the truth. From one folder below the package's, where bundles believe to be. */
export function readTruth(): Truth {
  return JSON.parse(readFileSync(fileURLToPath(new URL("../bench/truth/references.json", import.meta.url)), "utf8")) as Truth;
}
