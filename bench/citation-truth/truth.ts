import { readFileSync } from "node:fs";

/** A citation of the repository with what a human found. */
export interface TrueCitation {
  /** Whose it is, where the truth is about several. */
  readonly repository?: string;
  /** The document and its 1-based line. */
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly form: string;
  /** The file that it cites. */
  readonly cites: string;
  readonly lines: readonly (readonly [number, number])[];
  readonly verdict: string;
  /** Verdicts that are as defensible. */
  readonly orElse?: readonly string[];
  readonly now?: readonly unknown[];
  readonly why: string;
  /** True if chance chose it. */
  readonly drawn: boolean;
  readonly set: number;
}

/** A row of the table of the first seed. */
export interface TrueRow {
  readonly row: number;
  readonly function: string;
  readonly cited: readonly (readonly [number, number])[];
  readonly verdict: string;
  readonly orElse?: readonly string[];
  readonly now: readonly (readonly [number, number])[];
}

export interface Truth {
  readonly seed: number;
  readonly commit: string;
  readonly citations: readonly TrueCitation[];
  readonly seed000: readonly TrueRow[];
}

/** The second sample: of several repositories, drawn after the judgement had been looked at on the first. */
export interface FreshTruth {
  readonly seed: number;
  readonly repositories: readonly { readonly name: string; readonly commit: string; readonly drawn: number }[];
  readonly citations: readonly TrueCitation[];
}

export function readTruth<Kind = Truth>(url: URL): Kind {
  return JSON.parse(readFileSync(url, "utf8")) as Kind;
}

/** Verdicts that nothing is to be reported of. */
const silent = new Set(["right", "no-claim", "not-a-citation", "undecidable"]);

/** The rules that may speak of a citation; `undefined` stands for silence. */
export function acceptedOf({ verdict, orElse = [] }: Pick<TrueCitation, "verdict" | "orElse">): readonly (string | undefined)[] {
  return [verdict, ...orElse].map((one) => (silent.has(one) ? undefined : one));
}

/** True for a citation that something has to be reported of; where silence is as defensible, it has not. */
export const isWrong = (citation: Pick<TrueCitation, "verdict" | "orElse">): boolean => !acceptedOf(citation).includes(undefined);

/** True for one that is right, or that nothing can be said against. */
export const isSilent = ({ verdict }: Pick<TrueCitation, "verdict">): boolean => silent.has(verdict);
