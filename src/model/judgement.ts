import type { Anchor, LinkedRow } from "./project.js";
import type { Span } from "./span.js";

/** Something that rows or anchor say and that stands elsewhere in the file than at the anchor. */
export interface Misfit {
  readonly by: "row" | "name" | "anchor";
  /** `sense`: code that goes with a word, though it does not hold it. */
  readonly kind: "symbol" | "quote" | "word" | "sense";
  /** As it is written there; a word in lower case. */
  readonly written: string;
  /** Where the code has it. */
  readonly span: Span;
}

/** What a file's code says of the place of an anchor. */
export type Verdict =
  | { readonly kind: "plausible" }
  /** What is said of the anchor could not tell its place from any other. */
  | { readonly kind: "unjudged" }
  | {
      readonly kind: "misplaced";
      /** The names of the items around the better place and its own, outermost first; empty at the top of the file. */
      readonly owner: readonly string[];
      /** True if the better place is in the item that the anchor stands in. */
      readonly sameItem: boolean;
      /** The innermost construct that holds the first of the misfits; `undefined` where that is no code but words. */
      readonly place: Span | undefined;
      /** What stands there and not here, the weightiest first; never empty. */
      readonly misfits: readonly [Misfit, ...Misfit[]];
    };

/** An anchor with a row, on code that could be judged. */
export interface Judgement {
  readonly anchor: Anchor;
  readonly construct: Span;
  readonly rows: readonly LinkedRow[];
  readonly verdict: Verdict;
  /**
   * A function that a row names, though the code that it quotes stands in another one that has nothing to do with it; `undefined` where there is none, or
   * the anchor is misplaced.
   */
  readonly attributed: { readonly written: string; readonly span: Span } | undefined;
}

/** Something that a row's explanation names and that is nowhere any more. */
export interface Gone {
  readonly row: LinkedRow;
  /** Where the row names it. */
  readonly span: Span;
  readonly what: "symbol" | "path";
  /** As the row writes it. */
  readonly written: string;
  /** What it may be called now: `renamed` is what history says, `similar` reads alike and stands in a file that the row declares. */
  readonly now: { readonly name: string; readonly because: "renamed" | "similar" } | undefined;
}
