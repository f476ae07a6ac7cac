import type { Span } from "./span.js";

/** Something that a comment could mark: a run of the tokens that count, `from` inclusive, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The named items around it and its own name, outermost first, with `::` between; empty at the top of a file. */
  readonly owner: string;
  /** Index of the token that is its own name, if it is a named item. */
  readonly nameAt: number | undefined;
  readonly span: Span;
}

/** The code of one file as a lock compares it: without what a formatter may change. */
export interface Code {
  /** The texts of the tokens that count, in order. */
  readonly tokens: readonly string[];
  /** Where each of them begins. */
  readonly starts: readonly number[];
  readonly stretches: readonly Stretch[];
}

/** What tells one construct of a file from every other. */
export interface Print {
  readonly owner: string;
  /** The texts of its tokens, its own name left out. */
  readonly tokens: readonly string[];
  /** How many constructs of the same owner and tokens stand before it. */
  readonly twin: number;
}
