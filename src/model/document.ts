import type { Span } from "./span.js";
import type { Suppression } from "./suppression.js";

/** A stretch of a table cell: inline code (without its backticks) or plain text. */
export interface Piece {
  readonly kind: "code" | "text";
  /** The text as a reader sees it: entities decoded, escapes removed. */
  readonly value: string;
  /** Where it stands in the document, with its backticks. */
  readonly span: Span;
  /** The target of the link around it. */
  readonly url?: string;
  /** True inside bold or italic text. */
  readonly emphasis: boolean;
}

/** One cell of a table: the pieces in order, and the span of its content (empty where the cell is empty). */
export interface Cell {
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** A heading: its text as a reader sees it, its pieces, its depth from 1 to 6. */
export interface Heading {
  readonly span: Span;
  readonly depth: number;
  readonly pieces: readonly Piece[];
}

/**
 * One row below the header. `detached` rows follow the table without a blank line but were cut off from it by an
 * HTML comment on a line of its own: GitHub shows them as plain text.
 */
export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Cell[];
  readonly detached: boolean;
}

/** A table as remark sees it. `heading` is the nearest heading before it, if there is one. */
export interface Table {
  readonly span: Span;
  readonly heading: Heading | undefined;
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
}

/** A stretch of text that is no table: a paragraph, or the text of a list item. */
export interface TextBlock {
  readonly kind: "text";
  readonly span: Span;
  readonly pieces: readonly Piece[];
  /** True for the first text of a list item. */
  readonly item: boolean;
}

/** A fenced or indented block of code. */
export interface CodeBlock {
  readonly kind: "code";
  readonly span: Span;
  /** Its lines without the fences, with the indentation that the document has; line n of `value` is line n of it. */
  readonly content: Span;
  /** The first word behind the opening fence, in lower case. */
  readonly language: string | undefined;
  readonly value: string;
}

/** What a document is made of, in order. A table is an index into its tables. */
export type Block =
  | { readonly kind: "heading"; readonly heading: Heading }
  | TextBlock
  | CodeBlock
  | { readonly kind: "table"; readonly table: number };

/** What one Markdown file says. */
export interface DocumentFacts {
  readonly path: string;
  /** In document order; blocks of lists and quotes stand among the others. HTML is left out. */
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly suppressions: readonly Suppression[];
}

/** The text of pieces as a reader sees it, white space folded. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.value)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
