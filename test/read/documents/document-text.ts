import type { Cell, DocumentFacts, Piece, Table } from "../../../src/model/document.js";
import type { Span } from "../../../src/model/span.js";
import { readDocument } from "../../../src/read/documents/markdown.js";

/** The facts of a document that can be read. */
export function factsOf(path: string, text: string): DocumentFacts {
  const facts = readDocument(path, text);
  if (facts === undefined) throw new Error("the document cannot be read");
  return facts;
}

/** The lines of a document as one text with `\n`. */
export function lines(...parts: readonly string[]): string {
  return parts.join("\n");
}

/** A table of two columns, `name` and `site`, with these row lines (or any other lines) below its header. */
export function tableOf(...rows: readonly string[]): string {
  return lines("| name | site |", "| --- | --- |", ...rows);
}

/** The stretch of `text` that a span covers; `undefined` for no span. */
export function at(text: string, span: Span | undefined): string | undefined {
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

/** The text of each cell of each row below the header, as it stands in the document. */
export function rowsOf(text: string, table: Table | undefined): readonly (readonly (string | undefined)[])[] {
  return (table?.rows ?? []).map((row) => row.cells.map((cell) => at(text, cell.span)));
}

/** A piece in short: `code:x`, `text:x`, then `*` for emphasis and `->url` for a link. */
export function brief(piece: Piece): string {
  return `${piece.kind}:${piece.value}${piece.emphasis ? "*" : ""}${piece.url === undefined ? "" : `->${piece.url}`}`;
}

/** The cell that `content` makes in a table of one column, followed in the document by `after`. */
export function cellWith(content: string, after = ""): { readonly text: string; readonly cell: Cell } {
  const text = lines("| h |", "| - |", `| ${content} |`, "", after);
  const cell = factsOf("a.md", text).tables[0]?.rows[0]?.cells[0];
  if (cell === undefined) throw new Error(`no cell in ${JSON.stringify(text)}`);
  return { text, cell };
}

/** Each suppression of a text: rule, reason, and the stretch it covers. */
export function suppressionsIn(text: string): readonly (readonly [string, string, string | undefined])[] {
  return factsOf("a.md", text).suppressions.map(({ rule, reason, covers }) => [rule, reason, at(text, covers)] as const);
}
