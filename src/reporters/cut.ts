import { type Cell, cellsOf } from "./cells.js";

/** A line as it is shown, and where the span stands in it, in columns: `indent` before it, `length` (at least 1) under it. */
export interface CutLine {
  readonly text: string;
  readonly indent: number;
  readonly length: number;
}

const ellipsis = "…";

/**
 * The line with what fits into `columns` columns (at least 8) around `[start, end)`, UTF-16 offsets in it. An offset past its end is its end.
 * The beginning of the line is kept where the span still fits, because rows and statements are known by it.
 */
export function cutLine(line: string, wantedStart: number, end: number, columns: number): CutLine {
  const start = Math.min(wantedStart, line.length);
  // Dividing a line into characters takes time by the square of its length, and no more of them than this can be shown.
  const reach = columns * 8;
  const from = Math.max(0, start - reach);
  const to = Math.min(line.length, start + reach);
  const cells = cellsOf(line, from, to);
  const edges = edgesOf(cells);
  const edge = (index: number): number => edges[Math.min(index, cells.length)] ?? 0;
  const first = indexOf(cells, (cell) => cell.end > start);
  const last = Math.max(
    first,
    indexOf(cells, (cell) => cell.start >= end),
  );

  const spanStart = edge(first);
  // A span that is empty or stands past the last character is marked by one column.
  const spanEnd = Math.max(edge(last), spanStart + 1);
  const total = Math.max(edge(cells.length), spanEnd);
  const whole = from === 0 && to === line.length && total <= columns;
  const left = whole || (from === 0 && spanEnd < columns) ? 0 : leftEdge(spanStart, spanEnd, total, columns);
  const begin = left === 0 && from === 0 ? 0 : indexOf(edges, (column) => column > left);
  const head = begin > 0 ? ellipsis : "";
  const origin = edge(begin) - head.length;
  const fits = (room: number): number => Math.max(begin, indexOf(edges, (column) => column > origin + room) - 1);
  const rest = fits(columns) < cells.length || to < line.length;
  const stop = rest ? fits(columns - 1) : cells.length;
  const tail = rest ? ellipsis : "";

  const shown = cells.slice(begin, stop).map((cell) => cell.shown);
  const indent = spanStart - origin;
  // Where the span goes on behind the ellipsis, its mark does too.
  const length = last > stop ? edge(stop) - origin + tail.length - indent : spanEnd - spanStart;
  return { text: `${head}${shown.join("")}${tail}`, indent, length: Math.max(1, length) };
}

/** The column left of which nothing is shown: the span in the middle, or its beginning where it is too wide. */
function leftEdge(start: number, end: number, total: number, columns: number): number {
  const before = end - start > columns - 4 ? 2 : Math.floor((columns - (end - start)) / 2);
  return Math.max(0, Math.min(start - before, total - columns));
}

/** Where each cell begins, in columns, and where the last one ends. */
function edgesOf(cells: readonly Cell[]): readonly number[] {
  const edges = [0];
  let column = 0;
  for (const cell of cells) {
    column += cell.width;
    edges.push(column);
  }
  return edges;
}

/** The first index that satisfies, or the length. */
function indexOf<T>(items: readonly T[], test: (item: T) => boolean): number {
  const index = items.findIndex(test);
  return index === -1 ? items.length : index;
}
