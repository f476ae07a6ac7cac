import type { Span } from "./span.js";

/**
 * Where a citation's file is named. `own`: in the reference itself (`a.rs:12`, `a.rs` (line 12), line 12 of `a.rs`);
 * `before`: at the citation before it (`:1307`); `sentence`, `cell`, `row`, `header` (of the table), `heading`: there;
 * `block`: earlier in the same paragraph, or in a block before it in the same section.
 */
export type PathSource = "own" | "before" | "sentence" | "cell" | "row" | "header" | "heading" | "block";

/** A file as a citation names it: perhaps only its base name; `/` separates. */
export interface CitedPath {
  readonly written: string;
  readonly span: Span;
  readonly from: PathSource;
}

/** A line number as written; its span is that of its digits alone. */
export interface LineNumber {
  readonly value: number;
  readonly span: Span;
}

/** One line or one range of lines, 1-based and inclusive. */
export interface CitedLines {
  readonly first: LineNumber;
  /** `undefined` where one line is cited. */
  readonly last: LineNumber | undefined;
  /** From the first digit to the last. */
  readonly span: Span;
  /** `about`: "around line 90", "~90". `onward`: `161+`, `161ff`. */
  readonly vague: "about" | "onward" | undefined;
}

interface ClaimBase {
  /** As written, without backticks. */
  readonly written: string;
  readonly span: Span;
  /**
   * `beside`: right before or behind the reference; `sentence`: elsewhere in its sentence; `cell`: elsewhere in its cell; `row`: in another
   * cell of its row; `below`: in the block of code that the reference introduces.
   */
  readonly stands: "beside" | "sentence" | "cell" | "row" | "below";
}

/** Something that is said of the cited place. */
export type CitationClaim =
  /** `f`, `f()`, `Type::method`, `-[Class sel:]`. `names` are its parts, outermost first. */
  | (ClaimBase & { readonly kind: "symbol"; readonly names: readonly string[]; readonly says: SymbolUse | undefined })
  /** A call with its arguments: `CFRetain(encoder)`. `names` are those of what is called. */
  | (ClaimBase & { readonly kind: "call"; readonly names: readonly string[] })
  /** Any other code between backticks, or the code of a line that a comment in a block of code speaks of. */
  | (ClaimBase & { readonly kind: "snippet" })
  /** A block of code, or the part of one below a comment that cites. `written` is without the indentation of lists and quotes. */
  | (ClaimBase & { readonly kind: "block"; readonly language: string | undefined });

/** What the text says of a symbol, where it does: it is defined there, it is used there, or the place is inside of it. */
export type SymbolUse = "definition" | "use" | "inside";

/** What a citation stands in. `row` is an index below the header; `undefined` for the header itself. */
export type CitationContainer =
  | { readonly kind: "text" }
  | { readonly kind: "heading" }
  | { readonly kind: "code" }
  | { readonly kind: "cell"; readonly table: number; readonly row: number | undefined; readonly column: number };

/** A reference of a document to a file or to lines of one. */
export interface Citation {
  /** The whole reference: path, line numbers and what stands between them. */
  readonly span: Span;
  /** `undefined` where lines are cited and nothing says of which file. */
  readonly path: CitedPath | undefined;
  /** Empty where only the file is cited. */
  readonly lines: readonly CitedLines[];
  readonly claims: readonly CitationClaim[];
  readonly container: CitationContainer;
  /**
   * True where its sentence says what is to be done, or that something is gone or missing, and for a path alone at the top of a
   * block of code, as drafts have it: what it names need not be there.
   */
  readonly proposal: boolean;
  /** True for the target of a link; the words of the link are a citation of their own if they cite. */
  readonly link: boolean;
}
