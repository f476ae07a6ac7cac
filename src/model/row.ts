import type { Piece } from "./document.js";
import type { Span } from "./span.js";

/** What a column of a table holds. */
export type Role = "name" | "site" | "lines" | "symbol" | "explanation" | "status";

/** `anchor`: each row promises a marker comment. `mapping`: its rows only point at code. */
export type TableKind = "anchor" | "mapping";

/** A name of a row, NFC-normalised, without arguments, primes and module prefix. */
export interface RowName {
  readonly name: string;
  readonly span: Span;
}

/** A path in a site cell, as written but without line numbers; `/` separates. */
export interface WrittenSite {
  readonly path: string;
  readonly span: Span;
}

/** A symbol in a site or symbol cell, as written: `covers`, `Type::method`, `f()`. */
export interface WrittenSymbol {
  readonly symbol: string;
  readonly span: Span;
}

/** What a row was read as. Everything that is not a promise says why. */
export type Reading =
  | {
      readonly kind: "promise";
      readonly sites: readonly WrittenSite[];
      readonly symbols: readonly WrittenSymbol[];
      readonly anySite: boolean;
    }
  | { readonly kind: "no-promise"; readonly reason: string }
  | {
      readonly kind: "malformed";
      readonly problem: "no-name" | "no-site" | "detached";
      readonly words: string;
      readonly sites: readonly WrittenSite[];
    };

/** One row of a table that has a name and a site column. */
export interface Row {
  readonly document: string;
  /** Index of its table in the document, 0-based. */
  readonly table: number;
  readonly span: Span;
  /** Where its name cell stands, or the whole row where there is none. */
  readonly nameSpan: Span;
  readonly names: readonly RowName[];
  readonly reading: Reading;
  /** The cells that explain, as a reader sees them, white space folded. */
  readonly explanation: string;
  /** What these cells consist of: code and plain text, in order. */
  readonly pieces: readonly Piece[];
  /** What its cells say of how and whether its names are checked, as a reader sees it; empty where they say nothing. */
  readonly status: string;
  /** All cells as a reader sees them, with ` | ` between. */
  readonly text: string;
}
