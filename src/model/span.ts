/** A half-open range `[start, end)` of UTF-16 code units in one text, 0-based. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of one file. `path` is relative to the root, with `/`. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** A point as editors show it: line and column 1-based, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** True if the two spans share at least one code unit; empty ones share none. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if the inner span is in the outer one, or is the same. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The offsets at which lines begin, the first always 0. `\n` ends a line; a `\r` before it belongs to the line it ends. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The 0-based index of the line that holds `offset`, given the line starts of its text. */
export function lineIndexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The 1-based position of `offset`, given the line starts of its text. */
export function positionAt(starts: readonly number[], offset: number): Position {
  const line = lineIndexAt(starts, offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

/** The text of the 1-based `line` without its line end, or `undefined` past the last line. */
export function lineText(text: string, starts: readonly number[], line: number): string | undefined {
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  return text.slice(start, (starts[line] ?? text.length + 1) - 1).replace(/\r$/, "");
}

/** The index of the first element that is not less than `value`, or the length. */
export function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
