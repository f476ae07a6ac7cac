import type { Node } from "mdast";
import type { Span } from "../../model/span.js";

/** A document and what is left of it for the parser once some stretches are taken out. */
export interface MarkdownSource {
  readonly original: string;
  /** What was taken out, in offsets of the original: sorted, disjoint. */
  readonly removed: readonly Span[];
  readonly parsed: string;
}

/** The source without byte order marks at its start, which micromark drops without counting them, and without `cuts` (sorted, disjoint). */
export function sourceWithout(original: string, cuts: readonly Span[]): MarkdownSource {
  const marks = /^\uFEFF*/.exec(original)?.[0].length ?? 0;
  const removed = [{ start: 0, end: marks }, ...cuts];
  let parsed = "";
  let at = 0;
  for (const cut of removed) {
    parsed += original.slice(at, cut.start);
    at = cut.end;
  }
  return { original, removed, parsed: parsed + original.slice(at) };
}

/** Where a node of the parsed text stands in the original. */
export function originalSpan(source: MarkdownSource, node: Node): Span {
  return {
    start: originalOffset(source, node.position?.start.offset ?? 0),
    end: originalOffset(source, node.position?.end.offset ?? 0),
  };
}

/** The first offset of the original line that a node of the parsed text begins on. */
export function originalLineStart(source: MarkdownSource, node: Node): number {
  const start = node.position?.start;
  return originalOffset(source, (start?.offset ?? 0) - (start?.column ?? 1) + 1);
}

/** An offset right where something was taken out is the one behind it: a row may begin there, but nothing ends there. */
function originalOffset(source: MarkdownSource, parsedOffset: number): number {
  let offset = parsedOffset;
  for (const cut of source.removed) {
    if (offset < cut.start) break;
    offset += cut.end - cut.start;
  }
  return offset;
}
