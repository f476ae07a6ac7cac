import type { TableRow as MarkdownRow, Table as MarkdownTable } from "mdast";
import type { Cell, Heading, Table, TableRow } from "../../model/document.js";
import type { Span } from "../../model/span.js";
import { piecesOf, type Reading } from "./markdown-pieces.js";
import { originalSpan } from "./markdown-source.js";
import type { Interruption } from "./table-detached.js";

/** A table with its header, its rows and those that `interruptions` had cut off. */
export function tableFacts(
  reading: Reading,
  node: MarkdownTable,
  heading: Heading | undefined,
  interruptions: readonly Interruption[],
): Table {
  const span = trimmed(reading.source.original, originalSpan(reading.source, node));
  const [header, ...rows] = node.children;
  // What is cut off stays so: the first foreign comment ends the table on the page, whatever follows it.
  const end = interruptions.find(({ cut, directive }) => !directive && cut.start >= span.start);
  return {
    span,
    heading,
    header: header === undefined ? [] : cellsOf(reading, header),
    rows: rows.map((row) => rowFacts(reading, row, end?.cut)),
  };
}

function rowFacts(reading: Reading, row: MarkdownRow, tableEnd: Span | undefined): TableRow {
  const span = trimmed(reading.source.original, originalSpan(reading.source, row));
  return { span, cells: cellsOf(reading, row), detached: tableEnd !== undefined && tableEnd.start < span.start };
}

function cellsOf(reading: Reading, row: MarkdownRow): readonly Cell[] {
  return row.children.map((cell, index) => ({
    span: contentSpan(reading.source.original, originalSpan(reading.source, cell), index === row.children.length - 1),
    pieces: piecesOf(reading, cell.children),
  }));
}

/** The cell without the pipe before it, without the one that closes the row, and without spaces; one space in where nothing is left. */
function contentSpan(text: string, whole: Span, last: boolean): Span {
  const cell = last ? trimmed(text, whole) : whole;
  const start = text[cell.start] === "|" ? cell.start + 1 : cell.start;
  const end = last && cell.end > start && closesRow(text, start, cell.end - 1) ? cell.end - 1 : cell.end;
  const leading = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  if (start + leading === end) {
    const at = start + Math.min(1, leading);
    return { start: at, end: at };
  }
  return trimmed(text, { start: start + leading, end });
}

/** The span without the spaces at its end, which micromark counts to the row where they follow its last pipe. */
function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && (text[last - 1] === " " || text[last - 1] === "\t")) last -= 1;
  return { start, end: last };
}

/** True if a pipe stands at `at` and no backslash escapes it; backslashes escape each other. */
function closesRow(text: string, start: number, at: number): boolean {
  let escapes = at;
  while (escapes > start && text[escapes - 1] === "\\") escapes -= 1;
  return text[at] === "|" && (at - escapes) % 2 === 0;
}
